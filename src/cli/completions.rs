//! `completions SHELL`: a script that completes commands, flags and their values, out of the command line's own description.

use super::{Cli, Console, Exit, Failure};
use clap::{Arg, Command, CommandFactory, ValueEnum};

/// The shells that scripts are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// Prints the script.
pub(super) fn completions(shell: Shell, console: &mut Console) -> Result<Exit, Failure> {
    let mut command = Cli::command();
    command.build();
    console.line(match shell {
        Shell::Bash => bash(&command),
        Shell::Zsh => format!("#compdef numerate\nautoload -U +X bashcompinit && bashcompinit\n{}", bash(&command)),
        Shell::Fish => fish(&command),
    })?;
    Ok(Exit::Clean)
}

/// The commands, without `help`, which repeats them.
fn commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| command.get_name() != "help")
}

/// The values that an argument can have.
fn values(argument: &Arg) -> Vec<String> {
    let values = argument.get_possible_values();
    let given = argument.get_action().takes_values();
    values.iter().filter(|_| given).map(|value| value.get_name().to_owned()).collect()
}

/// What may follow a command: its flags, and the values of its arguments without a flag.
fn words(command: &Command) -> Vec<String> {
    let flags = command.get_arguments().filter_map(|argument| Some(format!("--{}", argument.get_long()?)));
    let positional = command.get_arguments().filter(|argument| argument.is_positional());
    flags.chain(positional.flat_map(values)).collect()
}

fn bash(command: &Command) -> String {
    let names: Vec<_> = commands(command).map(Command::get_name).collect();
    let mut flags: Vec<_> =
        commands(command).flat_map(Command::get_arguments).filter(|argument| !values(argument).is_empty()).collect();
    flags.sort_by_key(|argument| argument.get_long());
    flags.dedup_by_key(|argument| argument.get_long());
    let arm = |pattern: &str, words: &[String]| format!("        {pattern}) words=\"{}\" ;;\n", words.join(" "));
    let of_flag = |argument: &&Arg| argument.get_long().map(|long| arm(&format!("--{long}"), &values(argument)));
    let of_flags: String = flags.iter().filter_map(of_flag).collect();
    let of_commands: String = commands(command).map(|command| arm(command.get_name(), &words(command))).collect();
    let all = words(command).join(" ");
    let names = (names.join("|"), names.join(" "));
    format!(
        r#"_numerate() {{
    local word words="" command="" current="${{COMP_WORDS[COMP_CWORD]}}"
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$word" in {}) command="$word"; break ;; esac
    done
    case "$command" in
        "") words="{} {all}" ;;
{of_commands}    esac
    case "${{COMP_WORDS[COMP_CWORD-1]}}" in
{of_flags}    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _numerate numerate"#,
        names.0, names.1
    )
}

fn fish(command: &Command) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "\\'"));
    let about = |command: &Command| quoted(&command.get_about().map(ToString::to_string).unwrap_or_default());
    let mut lines = Vec::new();
    for command in commands(command) {
        let name = command.get_name();
        lines.push(format!("complete -c numerate -f -n __fish_use_subcommand -a {name} -d {}", about(command)));
        let seen = format!("complete -c numerate -n '__fish_seen_subcommand_from {name}'");
        for argument in command.get_arguments() {
            let help = quoted(&argument.get_help().map(ToString::to_string).unwrap_or_default());
            let values = values(argument).join(" ");
            let values = if values.is_empty() { String::new() } else { format!(" -x -a {}", quoted(&values)) };
            match argument.get_long() {
                Some(long) => lines.push(format!("{seen} -l {long}{values} -d {help}")),
                None if !values.is_empty() => lines.push(format!("{seen}{values} -d {help}")),
                None => {}
            }
        }
    }
    lines.join("\n")
}
