# The folder in which every line of mistakes.txt runs.
needlebook init --name "Skin clinic" --time-zone Africa/Cairo
needlebook patient add --chart P1 --born 1990-01-01 --sex female
needlebook patient add --chart P2 --born 1991
needlebook patient add --chart V1
needlebook patient void V1 --reason "entered in error" --yes
needlebook session record P1 --at 2026-01-05T10:00 --device pen --area left_cheek:1.5:4
needlebook acne record P1 --on 2026-02-05 --iga 2
printf 'chart,at,device,areas\nP1,2026-03-01T10:00,pen,left_cheek:1.5:4\n' > s.csv
printf 'chart,at,device,areas\nP1,2026-03-01T10:00,pen\n' > ragged.csv
printf 'chart,at,iga\nP1,6/2/2026,2\n' > days.csv
printf 'chart,at,iga\nP1,2026-03-01,"2\n' > quote.csv
printf 'chart,chart,iga\nP1,P1,2\n' > twice.csv
printf '' > empty.csv
printf 'chart,at,iga\n' > header.csv
printf '<html><table><tr><td>1</td></tr></table></html>\n' > page.csv
printf '%%PDF-1.4\n\0\1\2 binary\n' > paper.pdf
printf '\320\317\021\340\241\261\032\341 an older workbook' > old.xls
printf 'no book' > text.needlebook
printf 'session pain=4 note="open\n' > visit.txt
mkdir folder
