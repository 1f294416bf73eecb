# Draws differences.svg from differences.tsv, with gnuplot 5.4 or later:  gnuplot differences.gp
set encoding utf8
set terminal svg size 900,288 dynamic enhanced font 'Inter,Helvetica Neue,Arial,sans-serif,14' background '#ffffff' rounded
set output 'differences.svg'
set datafile separator tab
F = 'differences.tsv'
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
style(s) = (int(s) - 1) % 8 + 1
set grid noytics xtics lt 1 lc rgb '#e4e8ec' lw 1
set grid back
unset ytics
set yrange [2.55:0.45]
set multiplot
set label 1 '{/:Bold=17 Debate is slower than the hierarchy}' at screen 0.02222,0.89612 left textcolor rgb '#1f2328'
set label 2 'Paired difference from hierarchical (zero line): mean, 95 % interval, n = 3. Filled: decided (Holm).' at screen 0.02222,0.79917 left noenhanced font ',13' textcolor rgb '#59636e'
set label 3 'experiment sample · config 3f9c2a1 · seeds 1–3' at screen 0.02222,0.07964 left noenhanced font ',11' textcolor rgb '#59636e'
set label 4 '← better' at screen 0.96667,0.68490 right noenhanced font ',12' textcolor rgb '#59636e'
set label 5 '{/:Bold Makespan (s)}' at screen 0.09791,0.68490 left textcolor rgb '#1f2328'
set label 6 'debate' at screen 0.08236,0.53116 right noenhanced font ',14' textcolor rgb '#1f2328'
set label 7 'market' at screen 0.08236,0.36496 right noenhanced font ',14' textcolor rgb '#1f2328'
set lmargin at screen 0.09791; set rmargin at screen 0.96667
set tmargin at screen 0.62258; set bmargin at screen 0.27355
unset logscale x
set xrange [-23.04756655:137.0475665]; set xtics ('−20' -20, '0' 0, '+20' 20, '+40' 40, '+60' 60, '+80' 80, '+100' 100, '+120' 120)
unset arrow
set arrow from first 0, first 0.450 to first 0, first 1.462 nohead back lc rgb '#59636e' lw 1.4
set arrow from first 0, first 1.837 to first 0, first 2.550 nohead back lc rgb '#59636e' lw 1.4
plot F index 0 using (pick(1, 8)):2:($9 - $8):(0):(COLOR[style($3)]) with vectors nohead lw 3.2 lc rgb variable, \
     F index 0 using (pick(1, 7)):2:(SHAPE[style($3)]) with points pt variable ps 1.2 * PS lc rgb '#ffffff', \
     F index 0 using (pick(1, 7)):2:(SHAPE[style($3)]):(COLOR[style($3)]) with points pt variable ps 1.05 * PS lc rgb variable, \
     F index 0 using (open(1)):2:(SHAPE[style($3)]) with points pt variable ps 0.6 * PS lc rgb '#ffffff', \
     F index 0 using (pick(1, 7)):($2 - 0.35):11 with labels center font ',12' noenhanced textcolor rgb '#1f2328'
unset label
unset multiplot
unset output
