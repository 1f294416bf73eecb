# Draws winner-map.svg from winner-map.tsv, with gnuplot 5.4 or later:  gnuplot winner-map.gp
set encoding utf8
set terminal svg size 900,578 dynamic enhanced font 'Inter,Helvetica Neue,Arial,sans-serif,14' background '#ffffff' rounded
set output 'winner-map.svg'
set datafile separator tab
F = 'winner-map.tsv'
PS = 0.72
array COLOR = [0x0072B2, 0xD55E00, 0x009E73, 0xAA4499, 0xE69F00, 0x56B4E9, 0x661100, 0x4D4D4D]
array SHAPE = [7, 5, 9, 13, 11, 15, 7, 5]
array CROSS = [0, 0, 0, 0, 0, 0, 1, 2]
set border 1 lc rgb '#9aa4ad' lw 1
set tics nomirror out scale 0.5 textcolor rgb '#1f2328'
set key off
# Columns: 1 column, 2 row, 3 style, 9 colour, 10 symbol's colour, 11 colour of the gain
unset border
set tics scale 0
set multiplot
set label 1 '{/:Bold=17 Debate wins where agents err alike}' at screen 0.02222,0.94810 left textcolor rgb '#1f2328'
set label 2 'Best mean of 3 paired replications at 4 points; pale: not surely better than all others there.' at screen 0.02222,0.89965 left noenhanced font ',13' textcolor rgb '#59636e'
set label 3 'experiment sample · config 3f9c2a1 · seeds 1–3' at screen 0.02222,0.03979 left noenhanced font ',11' textcolor rgb '#59636e'
set label 4 '' at screen 0.02889,0.85294 point pt 9 ps 1.2 * PS lw 1.0 lc rgb '#ffffff'
set label 5 '' at screen 0.02889,0.85294 point pt 9 ps 0.95 * PS lw 1.0 lc rgb '#009E73'
set label 6 'vote, 50 %' at screen 0.04444,0.85294 left noenhanced font ',13' textcolor rgb '#1f2328'
set label 7 '' at screen 0.15226,0.85294 point pt 5 ps 1.2 * PS lw 1.0 lc rgb '#ffffff'
set label 8 '' at screen 0.15226,0.85294 point pt 5 ps 0.95 * PS lw 1.0 lc rgb '#D55E00'
set label 9 'debate, 25 %' at screen 0.16781,0.85294 left noenhanced font ',13' textcolor rgb '#1f2328'
set label 10 '{/:Bold Best in share on the shorter branch}' at screen 0.02222,0.79066 left textcolor rgb '#1f2328'
set label 11 'Error correlation' at screen 0.02222,0.75433 left noenhanced font ',13' textcolor rgb '#59636e'
set label 12 'Accuracy' at screen 0.48333,0.09862 right noenhanced font ',13' textcolor rgb '#59636e'
set lmargin at screen 0.05543; set rmargin at screen 0.48333
set tmargin at screen 0.73183; set bmargin at screen 0.16090
unset logscale x
set xrange [-0.5:1.5]; set xtics ('0.4' 0, '0.7' 1)
unset logscale y
set yrange [-0.5:1.5]; set ytics ('0.1' 0, '0.5' 1)
plot F using 1:2:($1 - 0.4961):($1 + 0.4961):($2 - 0.4955):($2 + 0.4955):9 with boxxyerror fs solid noborder fc rgb variable, \
     F using 1:2:(SHAPE[int($3)]):10 with points pt variable ps PS*0.700 lw 1 lc rgb variable
unset label
unset arrow
unset object
set label 1 '{/:Bold Gain of the best over single}' at screen 0.51222,0.79066 left textcolor rgb '#1f2328'
set label 2 'Error correlation' at screen 0.51222,0.75433 left noenhanced font ',13' textcolor rgb '#59636e'
set label 3 'Accuracy' at screen 0.93062,0.09862 right noenhanced font ',13' textcolor rgb '#59636e'
set lmargin at screen 0.54543; set rmargin at screen 0.93062
set tmargin at screen 0.73183; set bmargin at screen 0.16090
unset logscale x
set xrange [-0.5:1.5]; set xtics ('0.4' 0, '0.7' 1)
unset logscale y
set yrange [-0.5:1.5]; set ytics ('0.1' 0, '0.5' 1)
set object rectangle from screen 0.94396,0.16090 to screen 0.95729,0.73183 fs solid noborder fc rgb '#440154'
set object rectangle from screen 0.94396,0.17279 to screen 0.95729,0.73183 fs solid noborder fc rgb '#45085b'
set object rectangle from screen 0.94396,0.18469 to screen 0.95729,0.73183 fs solid noborder fc rgb '#461062'
set object rectangle from screen 0.94396,0.19658 to screen 0.95729,0.73183 fs solid noborder fc rgb '#471769'
set object rectangle from screen 0.94396,0.20848 to screen 0.95729,0.73183 fs solid noborder fc rgb '#471f70'
set object rectangle from screen 0.94396,0.22037 to screen 0.95729,0.73183 fs solid noborder fc rgb '#482676'
set object rectangle from screen 0.94396,0.23227 to screen 0.95729,0.73183 fs solid noborder fc rgb '#462d7a'
set object rectangle from screen 0.94396,0.24416 to screen 0.95729,0.73183 fs solid noborder fc rgb '#45347e'
set object rectangle from screen 0.94396,0.25606 to screen 0.95729,0.73183 fs solid noborder fc rgb '#433a82'
set object rectangle from screen 0.94396,0.26795 to screen 0.95729,0.73183 fs solid noborder fc rgb '#424185'
set object rectangle from screen 0.94396,0.27984 to screen 0.95729,0.73183 fs solid noborder fc rgb '#3f4788'
set object rectangle from screen 0.94396,0.29174 to screen 0.95729,0.73183 fs solid noborder fc rgb '#3d4d89'
set object rectangle from screen 0.94396,0.30363 to screen 0.95729,0.73183 fs solid noborder fc rgb '#3a538a'
set object rectangle from screen 0.94396,0.31553 to screen 0.95729,0.73183 fs solid noborder fc rgb '#38598c'
set object rectangle from screen 0.94396,0.32742 to screen 0.95729,0.73183 fs solid noborder fc rgb '#355e8d'
set object rectangle from screen 0.94396,0.33932 to screen 0.95729,0.73183 fs solid noborder fc rgb '#33648d'
set object rectangle from screen 0.94396,0.35121 to screen 0.95729,0.73183 fs solid noborder fc rgb '#31698d'
set object rectangle from screen 0.94396,0.36311 to screen 0.95729,0.73183 fs solid noborder fc rgb '#2e6e8e'
set object rectangle from screen 0.94396,0.37500 to screen 0.95729,0.73183 fs solid noborder fc rgb '#2c748e'
set object rectangle from screen 0.94396,0.38689 to screen 0.95729,0.73183 fs solid noborder fc rgb '#2a798e'
set object rectangle from screen 0.94396,0.39879 to screen 0.95729,0.73183 fs solid noborder fc rgb '#287e8d'
set object rectangle from screen 0.94396,0.41068 to screen 0.95729,0.73183 fs solid noborder fc rgb '#26848d'
set object rectangle from screen 0.94396,0.42258 to screen 0.95729,0.73183 fs solid noborder fc rgb '#24898d'
set object rectangle from screen 0.94396,0.43447 to screen 0.95729,0.73183 fs solid noborder fc rgb '#228e8c'
set object rectangle from screen 0.94396,0.44637 to screen 0.95729,0.73183 fs solid noborder fc rgb '#21938b'
set object rectangle from screen 0.94396,0.45826 to screen 0.95729,0.73183 fs solid noborder fc rgb '#219889'
set object rectangle from screen 0.94396,0.47016 to screen 0.95729,0.73183 fs solid noborder fc rgb '#229d88'
set object rectangle from screen 0.94396,0.48205 to screen 0.95729,0.73183 fs solid noborder fc rgb '#22a286'
set object rectangle from screen 0.94396,0.49394 to screen 0.95729,0.73183 fs solid noborder fc rgb '#22a784'
set object rectangle from screen 0.94396,0.50584 to screen 0.95729,0.73183 fs solid noborder fc rgb '#28ac81'
set object rectangle from screen 0.94396,0.51773 to screen 0.95729,0.73183 fs solid noborder fc rgb '#2fb17c'
set object rectangle from screen 0.94396,0.52963 to screen 0.95729,0.73183 fs solid noborder fc rgb '#36b678'
set object rectangle from screen 0.94396,0.54152 to screen 0.95729,0.73183 fs solid noborder fc rgb '#3dbb74'
set object rectangle from screen 0.94396,0.55342 to screen 0.95729,0.73183 fs solid noborder fc rgb '#45bf6f'
set object rectangle from screen 0.94396,0.56531 to screen 0.95729,0.73183 fs solid noborder fc rgb '#51c369'
set object rectangle from screen 0.94396,0.57721 to screen 0.95729,0.73183 fs solid noborder fc rgb '#5cc762'
set object rectangle from screen 0.94396,0.58910 to screen 0.95729,0.73183 fs solid noborder fc rgb '#68cb5c'
set object rectangle from screen 0.94396,0.60099 to screen 0.95729,0.73183 fs solid noborder fc rgb '#73cf55'
set object rectangle from screen 0.94396,0.61289 to screen 0.95729,0.73183 fs solid noborder fc rgb '#80d24d'
set object rectangle from screen 0.94396,0.62478 to screen 0.95729,0.73183 fs solid noborder fc rgb '#8ed544'
set object rectangle from screen 0.94396,0.63668 to screen 0.95729,0.73183 fs solid noborder fc rgb '#9cd83b'
set object rectangle from screen 0.94396,0.64857 to screen 0.95729,0.73183 fs solid noborder fc rgb '#aadb32'
set object rectangle from screen 0.94396,0.66047 to screen 0.95729,0.73183 fs solid noborder fc rgb '#b9de29'
set object rectangle from screen 0.94396,0.67236 to screen 0.95729,0.73183 fs solid noborder fc rgb '#c7e026'
set object rectangle from screen 0.94396,0.68426 to screen 0.95729,0.73183 fs solid noborder fc rgb '#d4e226'
set object rectangle from screen 0.94396,0.69615 to screen 0.95729,0.73183 fs solid noborder fc rgb '#e2e425'
set object rectangle from screen 0.94396,0.70804 to screen 0.95729,0.73183 fs solid noborder fc rgb '#efe525'
set object rectangle from screen 0.94396,0.71994 to screen 0.95729,0.73183 fs solid noborder fc rgb '#fde725'
set arrow from screen 0.95729,0.16090 to screen 0.96173,0.16090 nohead lc rgb '#9aa4ad' lw 1.0
set label 4 '0' at screen 0.96507,0.16090 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.23227 to screen 0.96173,0.23227 nohead lc rgb '#9aa4ad' lw 1.0
set label 5 '1' at screen 0.96507,0.23227 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.30363 to screen 0.96173,0.30363 nohead lc rgb '#9aa4ad' lw 1.0
set label 6 '2' at screen 0.96507,0.30363 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.37500 to screen 0.96173,0.37500 nohead lc rgb '#9aa4ad' lw 1.0
set label 7 '3' at screen 0.96507,0.37500 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.44637 to screen 0.96173,0.44637 nohead lc rgb '#9aa4ad' lw 1.0
set label 8 '4' at screen 0.96507,0.44637 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.51773 to screen 0.96173,0.51773 nohead lc rgb '#9aa4ad' lw 1.0
set label 9 '5' at screen 0.96507,0.51773 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.58910 to screen 0.96173,0.58910 nohead lc rgb '#9aa4ad' lw 1.0
set label 10 '6' at screen 0.96507,0.58910 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.66047 to screen 0.96173,0.66047 nohead lc rgb '#9aa4ad' lw 1.0
set label 11 '7' at screen 0.96507,0.66047 left noenhanced font ',12' textcolor rgb '#1f2328'
set arrow from screen 0.95729,0.73183 to screen 0.96173,0.73183 nohead lc rgb '#9aa4ad' lw 1.0
set label 12 '8' at screen 0.96507,0.73183 left noenhanced font ',12' textcolor rgb '#1f2328'
plot F using 1:2:($1 - 0.4957):($1 + 0.4957):($2 - 0.4955):($2 + 0.4955):11 with boxxyerror fs solid noborder fc rgb variable
unset label
unset arrow
unset object
unset multiplot
unset output
