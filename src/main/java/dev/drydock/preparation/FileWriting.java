package dev.drydock.preparation;

import dev.drydock.lesson.HomeFile;
import dev.drydock.machine.ExecResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes files in a machine: its own shell does it, so that a link in the way leads nowhere out of it. */
final class FileWriting {

    /** Reads "MODE SIZE PATH", a line feed and so many bytes for each file. A half-written file never has its final name. */
    private static final String PLACE = """
            cd /root || exit 1
            while IFS=' ' read -r mode size path; do
              if [ -e "$path" ] || [ -L "$path" ]; then
                head -c "$size" > /dev/null
              else
                mkdir -p "./$(dirname "$path")" && head -c "$size" > "./$path.part" &&
                  chmod "$mode" "./$path.part" && mv "./$path.part" "./$path" || exit 1
              fi
            done
            """;

    /** Writes over the old file rather than replace it, so that its mode and its links stay. */
    private static final String SAVE = """
            cd /root || exit 1
            file=$1
            new=$(mktemp) && cat > "$new" && mkdir -p "$(dirname "$file")" || exit 1
            trap 'rm -f "$new"' EXIT
            if [ -e "$file" ]; then
              cmp -s "$new" "$file" && { echo same; exit 0; }
              cp -p "$file" "$file~" && cat "$new" > "$file" && echo kept
            else
              cat "$new" > "$file" && echo saved
            fi
            """;

    private final Execution execution;

    FileWriting(Execution execution) {
        this.execution = execution;
    }

    ExecResult place(String what, List<HomeFile> files) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (HomeFile file : files) {
            String head = (file.executable() ? "755 " : "644 ") + file.size() + " " + file.path() + "\n";
            input.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            input.writeBytes(file.content());
        }
        return execution.run(what, List.of("sh", "-c", PLACE), input.toByteArray());
    }

    Saving save(String path, String text) {
        String file = path.startsWith("~/") ? "/root/" + path.substring(2) : path;
        ExecResult result =
                execution.run(path, List.of("sh", "-c", SAVE, "sh", file), text.getBytes(StandardCharsets.UTF_8));
        if (!result.succeeded()) {
            return new Saving.Failed(result.exitCode(), result.stdout() + result.stderr());
        }
        return switch (result.stdout().strip()) {
            case "same" -> new Saving.Same();
            case "kept" -> new Saving.KeptOld();
            default -> new Saving.Saved();
        };
    }
}
