# Draws tradeoff.svg from tradeoff.tsv, with gnuplot 5.4 or later:  gnuplot tradeoff.gp
set encoding utf8
set terminal svg size 900,538 dynamic enhanced font 'Inter,Helvetica Neue,Arial,sans-serif,14' background '#ffffff' rounded
set output 'tradeoff.svg'
set datafile separator tab
F = 'tradeoff.tsv'
PS = 0.72
array COLOR = [0x0072B2, 0xD55E00, 0x009E73, 0xAA4499, 0xE69F00, 0x56B4E9, 0x661100, 0x4D4D4D]
array SHAPE = [7, 5, 9, 13, 11, 15, 7, 5]
array CROSS = [0, 0, 0, 0, 0, 0, 1, 2]
set border 1 lc rgb '#9aa4ad' lw 1
set tics nomirror out scale 0.5 textcolor rgb '#1f2328'
set key off
# Columns: 1 style, 3 x, 4 x low, 5 x high, 6 y, 7 y low, 8 y high, 9 efficient
style(s) = (int(s) - 1) % 8 + 1
efficient(c) = (column(9) == 1 ? column(c) : NaN)
open(c) = (column(9) == 0 ? column(c) : NaN)
set border 3
set grid xtics ytics lt 1 lc rgb '#e4e8ec' lw 1
set grid back
set label 1 '{/:Bold=17 Debate buys accuracy with money}' at screen 0.02222,0.94424 left textcolor rgb '#1f2328'
set label 2 'Mean and 95 % interval (lines) of 3 paired replications. Filled, joined: Pareto-efficient.' at screen 0.02222,0.89219 left noenhanced font ',13' textcolor rgb '#59636e'
set label 3 'experiment sample · config 3f9c2a1 · seeds 1–3' at screen 0.02222,0.04275 left noenhanced font ',11' textcolor rgb '#59636e'
set lmargin at screen 0.05707; set rmargin at screen 0.96667
set tmargin at screen 0.78996; set bmargin at screen 0.19517
set logscale x
set xrange [7.37297287e-05:0.002563416458]; set xtics ('0.0001' 0.0001, '0.0002' 0.0002, '0.0005' 0.0005, '0.001' 0.001, '0.002' 0.002)
unset logscale y
set yrange [65.08333333:78.41666667]; set ytics ('66' 66, '68' 68, '70' 70, '72' 72, '74' 74, '76' 76, '78' 78)
set label 4 '{/:Bold Tasks solved (%)}   {/=12 ↑ better}' at screen 0.02222,0.82714 left textcolor rgb '#1f2328'
set label 5 '{/:Bold Cost per task (USD/task), log scale}   {/=12 ← better}' at screen 0.96667,0.10223 right textcolor rgb '#1f2328'
set label 6 '{/:Bold=13 hierarchical}' at screen 0.14518,0.44610 left textcolor rgb '#00609a'
set label 7 '{/:Bold=13 debate}' at screen 0.89305,0.68030 right textcolor rgb '#b04d00'
set label 8 '{/:Bold=13 market}' at screen 0.73538,0.35688 left textcolor rgb '#007a59'
plot F index 1 using 1:2 with lines lc rgb '#9aa4ad' lw 1.4, \
     F index 0 using 4:6:($5 - $4):(0):(COLOR[style($1)]) with vectors nohead lw 2.4 lc rgb variable, \
     F index 0 using 3:7:(0):($8 - $7):(COLOR[style($1)]) with vectors nohead lw 2.4 lc rgb variable, \
     F index 0 using 3:6:(SHAPE[style($1)]) with points pt variable ps 1.4 * PS lc rgb '#ffffff', \
     F index 0 using 3:6:(SHAPE[style($1)]):(COLOR[style($1)]) with points pt variable ps 1.25 * PS lc rgb variable, \
     F index 0 using (open(3)):6:(SHAPE[style($1)]) with points pt variable ps 0.75 * PS lc rgb '#ffffff'
unset output
