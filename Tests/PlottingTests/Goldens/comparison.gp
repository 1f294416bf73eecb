# Draws comparison.svg from comparison.tsv, with gnuplot 5.4 or later:  gnuplot comparison.gp
set encoding utf8
set terminal svg size 900,309 dynamic enhanced font 'Inter,Helvetica Neue,Arial,sans-serif,14' background '#ffffff' rounded
set output 'comparison.svg'
set datafile separator tab
F = 'comparison.tsv'
PS = 0.72
array COLOR = [0x0072B2, 0xD55E00, 0x009E73, 0xAA4499, 0xE69F00, 0x56B4E9, 0x661100, 0x4D4D4D]
array SHAPE = [7, 5, 9, 13, 11, 15, 7, 5]
array CROSS = [0, 0, 0, 0, 0, 0, 1, 2]
set border 1 lc rgb '#9aa4ad' lw 1
set tics nomirror out scale 0.5 textcolor rgb '#1f2328'
set key off
# Columns: 1 panel, 2 row, 3 style, 7 value, 8 low, 9 high, 10 filled, 11 label
pick(p, c) = (column(1) == p ? column(c) : NaN)
filled(p) = (column(10) == 1 ? pick(p, 7) : NaN)
open(p) = (column(10) == 0 ? pick(p, 7) : NaN)
faint(s) = COLOR[s] + 0x90000000
# Below the interval, so that no dot hides it; the same replication always in the same place.
jitter(i) = (int(i * 7919) % 100) / 100.0 * 0.20 + 0.15
style(s) = (int(s) - 1) % 8 + 1
set grid noytics xtics lt 1 lc rgb '#e4e8ec' lw 1
set grid back
unset ytics
set yrange [2.55:0.45]
set multiplot
set label 1 '{/:Bold=17 Debate solves more and takes longer}' at screen 0.02222,0.90316 left textcolor rgb '#1f2328'
set label 2 'Mean and 95 % interval (line) of 3 paired replications (dots). Filled: not significantly beaten (Holm).' at screen 0.02222,0.81278 left noenhanced font ',13' textcolor rgb '#59636e'
set label 3 'experiment sample · config 3f9c2a1 · seeds 1–3' at screen 0.02222,0.07424 left noenhanced font ',11' textcolor rgb '#59636e'
set label 4 '← better' at screen 0.52977,0.70626 right noenhanced font ',12' textcolor rgb '#59636e'
set label 5 '{/:Bold Makespan (s)}' at screen 0.13509,0.70626 left textcolor rgb '#1f2328'
set label 6 'hierarchical' at screen 0.11953,0.54519 right noenhanced font ',14' textcolor rgb '#1f2328'
set label 7 'debate' at screen 0.11953,0.35797 right noenhanced font ',14' textcolor rgb '#1f2328'
set lmargin at screen 0.13509; set rmargin at screen 0.52977
set tmargin at screen 0.64816; set bmargin at screen 0.25500
unset logscale x
set xrange [393.7638495:544.2361505]; set xtics ('400' 400, '450' 450, '500' 500)
plot F index 1 using (pick(1, 5)):($2 + jitter($4)):(faint(style($3))) with points pt 7 ps 0.42 * PS lc rgb variable, \
     F index 0 using (pick(1, 8)):2:($9 - $8):(0):(COLOR[style($3)]) with vectors nohead lw 3.2 lc rgb variable, \
     F index 0 using (pick(1, 7)):2:(SHAPE[style($3)]) with points pt variable ps 1.2 * PS lc rgb '#ffffff', \
     F index 0 using (pick(1, 7)):2:(SHAPE[style($3)]):(COLOR[style($3)]) with points pt variable ps 1.05 * PS lc rgb variable, \
     F index 0 using (open(1)):2:(SHAPE[style($3)]) with points pt variable ps 0.6 * PS lc rgb '#ffffff', \
     F index 0 using (pick(1, 7)):($2 - 0.29):11 with labels center font ',12' noenhanced textcolor rgb '#1f2328'
unset label
set label 1 'better →' at screen 0.96667,0.70626 right noenhanced font ',12' textcolor rgb '#59636e'
set label 2 '{/:Bold Tasks solved (%)}' at screen 0.57199,0.70626 left textcolor rgb '#1f2328'
set lmargin at screen 0.57199; set rmargin at screen 0.96667
set tmargin at screen 0.64816; set bmargin at screen 0.25500
unset logscale x
set xrange [69.63514871:76.6939083]; set xtics ('70' 70, '72' 72, '74' 74, '76' 76)
plot F index 1 using (pick(2, 5)):($2 + jitter($4)):(faint(style($3))) with points pt 7 ps 0.42 * PS lc rgb variable, \
     F index 0 using (pick(2, 8)):2:($9 - $8):(0):(COLOR[style($3)]) with vectors nohead lw 3.2 lc rgb variable, \
     F index 0 using (pick(2, 7)):2:(SHAPE[style($3)]) with points pt variable ps 1.2 * PS lc rgb '#ffffff', \
     F index 0 using (pick(2, 7)):2:(SHAPE[style($3)]):(COLOR[style($3)]) with points pt variable ps 1.05 * PS lc rgb variable, \
     F index 0 using (open(2)):2:(SHAPE[style($3)]) with points pt variable ps 0.6 * PS lc rgb '#ffffff', \
     F index 0 using (pick(2, 7)):($2 - 0.29):11 with labels center font ',12' noenhanced textcolor rgb '#1f2328'
unset label
unset multiplot
unset output
