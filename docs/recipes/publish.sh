#!/bin/sh
# Publishes what is due, for a job that nobody watches: numerate-publish DIR
#
# The exit code is numerate's own. The site changes whole or not at all, so whatever goes wrong, the site of before stays up.
set -u

root=${1:?usage: publish.sh DIR}
log=$root/publish.log

# Two runs that meet write to files of their own.
new=$(mktemp "$log.XXXXXX") || exit 2
trap 'rm -f "$new" "$new.err"' EXIT

numerate build --root "$root" --clock now --format json >"$new" 2>"$new.err"
code=$?
# What another run kept out has nothing to tell; the log is that of the last run that did something.
if [ "$code" != 75 ]; then
    chmod 644 "$new"
    mv "$new" "$log"
fi

case $code in
    0) ;;                                          # published, or nothing to do
    1) echo "numerate: nothing was published, see $log" >&2 ;;
    3) echo "numerate: published without a locale, see $log" >&2 ;;
    75) echo "numerate: another run is publishing; this one will be made up for by the next" >&2 ;;
    *) cat "$new.err" >&2 ;;
esac
exit "$code"
