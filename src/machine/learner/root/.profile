# Read by login shells; the rest is in .bashrc.
[ -n "$BASH" ] && [ -f ~/.bashrc ] && . ~/.bashrc
