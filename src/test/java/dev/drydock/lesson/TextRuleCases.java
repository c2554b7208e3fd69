package dev.drydock.lesson;

import static dev.drydock.lesson.RuleCase.more;
import static dev.drydock.lesson.RuleCase.of;
import static dev.drydock.lesson.RuleCase.text;

import java.util.List;

/** Mistakes in a lesson's text. */
final class TextRuleCases {

    private static final String CHOICES_FORM =
            " Write a list of two to twenty lines, '- [x]' before what is right and '- [ ]'" + " before what is not.";

    static final List<RuleCase> ALL = List.of(
            text(Rule.LESSON_TITLE, "Hello.", "1:1: A lesson starts with its title. Write '# The title' first."),
            text(
                    Rule.FRONT_MATTER,
                    "---|minutes: 5|# T",
                    "1:1: The front matter is not closed. Put a line '---' after it."),
            text(
                    Rule.MINUTES,
                    "---|minutes: 0|---|# T",
                    "2:10: '0' is not a number of minutes. Write a whole number from 1 to 999."),
            text(
                    Rule.TERMINALS,
                    "---|terminals: {main: Mine}|---|# T",
                    "2:19: 'main' cannot name a further terminal. Use lower-case letters, digits and single hyphens, and"
                            + " not main, which is always there."),
            of(
                    Rule.LESSON_EXERCISE,
                    course -> course.lesson("# T\n\nOnly words.\n")
                            .delete("docker/one/check")
                            .delete("docker/one/solve")
                            .delete("docker/one/wrong"),
                    "docker/one/lesson.md:1:1: There is nothing to do in this lesson. Add a task or a quiz."),
            text(
                    Rule.VARIABLE_UNUSED,
                    "---|variables:|  USED: a|  IDLE: b|---|" + Course101.LESSON.replace('\n', '|') + "|Say $USED.",
                    "4:9: Nothing in this lesson uses '$IDLE'. Use it, or remove it."),
            text(
                    Rule.NESTING,
                    "---|summary: " + "[".repeat(9) + "]".repeat(9) + "|---|# T",
                    "2:17: This is nested too deeply. Make it flatter."),
            more(Rule.HEADING, "# Another", "9:1: A lesson has one '#' heading, its title. Use '##' here."),
            more(
                    Rule.TASK_MARK,
                    "> [!TASK No] x",
                    "9:1: '[!TASK No]' is not understood. Write [!TASK some-id] or [!TASK some-id points=5]; an id is"
                            + " lower-case letters, digits and single hyphens."),
            more(
                    Rule.TASK_PLACE,
                    "- > [!QUIZ a] x",
                    "9:3: A quiz stands on its own, not in a list or quote. Move it out."),
            more(
                    Rule.TASK_TITLE,
                    "> [!TASK a]",
                    "9:1: This task has no title. Write > [!TASK some-id] and its title on one line."),
            more(
                    Rule.TASK_TWICE,
                    "> [!QUIZ say-hi] Twice?",
                    "9:1: There is a task 'say-hi' already. Give this one another id."),
            more(
                    Rule.HINT_FORM,
                    "> [!TASK a] x|>|> <details>Help</details>",
                    "11:3: This hint is not understood. Write <details><summary>…</summary>, an empty line, the hint, an"
                            + " empty line, </details>."),
            text(
                    Rule.HINT_FORM,
                    "# T||> [!TASK say-hi] x|>|> <details><summary>Help</summary>|> Use `ls`.|>|> </details>",
                    "5:3: This hint's Markdown is shown as it is written. Write <details><summary>…</summary>, an empty"
                            + " line, the hint, an empty line, </details>."),
            more(
                    Rule.TASK_MARK,
                    "> [TASK a] x",
                    "9:1: This task's first line is not understood. Write > [!TASK some-id] and its title on one line."),
            more(
                    Rule.TASK_PLACE,
                    "> [!QUIZ a] x|>|> - [x] a|> - [ ] b||> Because.",
                    "14:1: This is no part of 'a' before it. Begin the empty line between them with '>', or put a sentence"
                            + " there if it is not meant to be."),
            more(
                    Rule.QUIZ_MARK,
                    "> [!QUIZ a points=x] Why?",
                    "9:1: '[!QUIZ a points=x]' is not understood. Write [!QUIZ some-id] or [!QUIZ some-id points=5]; an"
                            + " id is lower-case letters, digits and single hyphens."),
            more(
                    Rule.QUIZ_CHOICES,
                    "> [!QUIZ a] Why?|>|> - [x] So",
                    "11:3: A quiz has two to twenty choices, this one 1." + CHOICES_FORM),
            more(
                    Rule.QUIZ_CHOICES,
                    "> [!QUIZ a] Why?|>|> - So|> - Or so",
                    "9:1: This quiz has no choices." + CHOICES_FORM),
            more(
                    Rule.QUIZ_CHOICES,
                    "> [!QUIZ a] Why?|>|> - [x] So|> - Or so",
                    "12:3: This is no choice." + CHOICES_FORM),
            more(
                    Rule.QUIZ_CHOICES,
                    "> [!QUIZ a] Why?|>|> - [x] So|>|>   More.|> - [ ] Or so",
                    "11:3: A choice is a few words. Write no more than one paragraph."),
            more(
                    Rule.QUIZ_CHOICES,
                    "> [!QUIZ a] Why?|>|> - [x] So|> - [ ] Or so|>|> And|>|> - [x] So|> - [ ] Or so",
                    "16:3: This quiz has a second list of choices. Make it one list."),
            more(
                    Rule.QUIZ_ANSWER,
                    "> [!QUIZ a] Why?|>|> - [ ] So|> - [ ] Or so",
                    "11:3: No choice of this quiz is right. Write '- [x]' before those that are."),
            more(
                    Rule.QUIZ_EXPLANATION,
                    "> [!QUIZ a] Why?|>|> - [ ] So|> - [x] Or so|> Because.",
                    "12:5: The line after this choice belongs to it. Put an empty line between choices and explanation."),
            more(
                    Rule.QUIZ_EXPLANATION,
                    "> [!QUIZ a] Why?|>|> - [ ] So|> - [x] Or so|>|> <details><summary>Why</summary>|>|> So.|>|> </details>",
                    "14:3: A quiz has no hints. Write the explanation below the choices, as plain text."),
            more(
                    Rule.ALERT_WORD,
                    "> [!HINT]|> x",
                    "9:1: There is no [!HINT]. Use NOTE, TIP, IMPORTANT, WARNING, CAUTION, TASK or QUIZ."),
            more(
                    Rule.ALERT_LINE,
                    "> [!NOTE] x",
                    "9:1: [!NOTE] has to be alone on its line. Put the text on the next one."),
            more(
                    Rule.FENCE_WORD,
                    "```sh coyp|ls|```",
                    "9:1: 'coyp' means nothing behind a fence's language. Use copy, terminal=…, save=…, fails or stays, or"
                            + " leave it out."),
            more(
                    Rule.FENCE_WORDS,
                    "```sh fails stays|ls|```",
                    "9:1: A command that stays is interrupted, so it cannot fail. Keep one of both."),
            more(
                    Rule.FENCE_WORDS,
                    "```yaml save=~/a.yaml copy|a: b|```",
                    "9:1: What is saved can be copied anyway. Leave 'copy' out."),
            more(
                    Rule.FENCE_WORDS,
                    "```sh save=~/a.sh fails|ls|```",
                    "9:1: 'fails' is for commands that can be run, which this cannot. Leave it out."),
            more(Rule.FENCE_WORDS, "```yaml copy|a: b|```", "9:1: This can only be copied anyway. Leave 'copy' out."),
            more(Rule.FENCE_WORDS, "```yaml save=~/a save=~/b|a: b|```", "9:1: 'save=~/b' is here twice. Keep one."),
            more(
                    Rule.FENCE_TERMINAL,
                    "```sh terminal=web|ls|```",
                    "9:1: There is no terminal 'web'. Add it to terminals in lesson.md's front matter, or correct the"
                            + " name."),
            more(
                    Rule.SAVE_PATH,
                    "```yaml save=../compose.yaml|a: b|```",
                    "9:1: Nothing can be saved to '../compose.yaml'. Write the whole path, such as ~/app/Dockerfile:"
                            + " letters, digits and . _ + @ -, at most 200 characters, and no '..'."),
            more(
                    Rule.DIAGRAM_DESCRIPTION,
                    "```mermaid|flowchart LR|accTitle: A to B|a --> b|```",
                    "9:1: This diagram says nothing to those who can't see it. Write lines 'accTitle: …' and 'accDescr: …'"
                            + " below its first."),
            more(
                    Rule.DIAGRAM_DIRECTIVE,
                    "```mermaid|%%{init: {}}%%|flowchart LR|accTitle: A to B|accDescr: An arrow from a to b.|a --> b|```",
                    "9:1: A diagram cannot bring settings of its own. Remove '%%{…}%%' and the lines between '---'."),
            more(
                    Rule.IMAGE_NAME,
                    "See ![a box](../b.png)",
                    "9:5: '../b.png' is not a picture beside this file (png, jpg, gif, svg, webp). Put it here and write its"
                            + " name alone."),
            more(
                    Rule.IMAGE_MISSING,
                    "See ![a box](b.png)",
                    "9:5: There is no picture 'b.png' beside this file. Add it or correct the name."),
            of(
                    Rule.IMAGE_DESCRIPTION,
                    course -> course.write("docker/one/b.png", "").lessonAnd("![](b.png)"),
                    "docker/one/lesson.md:9:1: This picture has no description. Write ![what it shows](b.png)."),
            of(
                    Rule.IMAGE_UNUSED,
                    course -> course.write("docker/one/b.png", ""),
                    "docker/one/b.png:1:1: No text of this lesson shows this picture. Show it, or remove it."),
            more(
                    Rule.LINK,
                    "[out](/logout)",
                    "9:1: '/logout' is not an address that a lesson can link to. Use https://…, #heading or"
                            + " ../LESSON/lesson.md."),
            more(
                    Rule.LINK_LESSON,
                    "On to [two](../two/lesson.md)",
                    "9:7: There is no lesson 'two' in this course. Correct the name, or add it to lessons in course.yaml."),
            more(
                    Rule.LINK_HEADING,
                    "## Here||See [there](#there)",
                    "11:5: There is no heading '#there' in this text. Write its words in lower case, with hyphens between"
                            + " them."),
            more(
                    Rule.LINK_HEADING,
                    "See [there](../one/lesson.md#there)",
                    "9:5: There is no such heading in lesson 'one' ('../one/lesson.md#there'). Write its words in lower case,"
                            + " with hyphens between them."),
            more(
                    Rule.HTML,
                    "a <blink>b</blink>",
                    "9:3: Lessons cannot use <blink>, it is left out. Write it in Markdown."));

    private TextRuleCases() {}
}
