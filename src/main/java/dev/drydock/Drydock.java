package dev.drydock;

import dev.drydock.authoring.LessonCommand;
import dev.drydock.backup.BackupCommand;
import dev.drydock.certificate.CertificateCommand;
import dev.drydock.rehearsal.RehearseCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The entry point of the server and of the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Drydock {

    /** With {@code lesson}, {@code rehearse}, {@code backup}, {@code restore} or {@code certificate} as the first argument, that command; else the server. */
    public static void main(String[] args) {
        switch (args.length > 0 ? args[0] : "") {
            case "lesson" -> System.exit(LessonCommand.run(withoutFirst(args)));
            case "rehearse" -> System.exit(RehearseCommand.run(withoutFirst(args)));
            case "backup", "restore" -> System.exit(BackupCommand.run(args));
            case "certificate" -> System.exit(CertificateCommand.run(withoutFirst(args)));
            default -> SpringApplication.run(Drydock.class, args);
        }
    }

    private static String[] withoutFirst(String[] args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }
}
