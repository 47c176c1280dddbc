#!/bin/sh
# Publishes what is due, for a job that nobody watches: numerate-publish DIR
#
# The exit code is numerate's own. The site changes whole or not at all, so whatever goes wrong, the site of before stays up.
set -u

root=${1:?usage: publish.sh DIR}
log=$root/publish.log

numerate build --root "$root" --clock now --format json >"$log.new" 2>"$log.err"
code=$?
mv "$log.new" "$log"

case $code in
    0) ;;                                          # published, or nothing to do
    1) echo "numerate: nothing was published, see $log" >&2 ;;
    3) echo "numerate: published without a locale, see $log" >&2 ;;
    75) echo "numerate: another run is publishing; this one will be made up for by the next" >&2 ;;
    *) cat "$log.err" >&2 ;;
esac
exit "$code"
