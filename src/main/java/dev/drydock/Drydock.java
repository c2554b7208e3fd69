package dev.drydock;

import dev.drydock.authoring.LessonCommand;
import dev.drydock.rehearsal.RehearseCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The entry point of the server and of the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Drydock {

    /** With {@code lesson} as the first argument, a command for authors; with {@code rehearse} a rehearsal; else the server. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("lesson")) {
            System.exit(LessonCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("rehearse")) {
            System.exit(RehearseCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(Drydock.class, args);
    }
}
