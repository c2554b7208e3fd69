# Read by interactive shells.
case $- in *i*) ;; *) return ;; esac

PS1='\u@\h:\w\$ '
HISTCONTROL=ignoredups
HISTSIZE=5000
shopt -s checkwinsize histappend

alias ls='ls --color=auto'
alias ll='ls -l'
alias grep='grep --color=auto'

# Tab completes docker's commands, containers and images.
[ -f /usr/share/bash-completion/bash_completion ] && . /usr/share/bash-completion/bash_completion
