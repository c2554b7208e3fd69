package dev.drydock.instance;

import dev.drydock.journey.Patience;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL server of the tests' own, on a free port of this computer. Drydock's user there is no superuser, and must show a password. */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "drydock";
    public static final String PASSWORD = "open sesame 7%";

    private static final String WHO_MAY_COME_IN = """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128      trust
            host all all      127.0.0.1/32 scram-sha-256
            host all all      ::1/128      scram-sha-256
            """;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final Path directory;
    private EmbeddedPostgres running;
    private @Nullable String template;

    private PostgresServer() throws IOException {
        directory = Files.createTempDirectory("postgres");
        Files.writeString(directory.resolve("pg_hba.conf"), WHO_MAY_COME_IN);
        running = run(0);
        execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
    }

    /** One for all tests that leave it running. It ends with them. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            PostgresServer started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::discard));
            shared = started;
        }
        return shared;
    }

    /** One more, to be closed by whoever asked. */
    public static PostgresServer start() {
        try {
            return new PostgresServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How Drydock is told to use a database of this server. */
    public static DatabaseProperties asDrydock(String url) {
        return new DatabaseProperties(url, USER, PASSWORD);
    }

    /** The URL of a new database without anything in it. */
    public String newDatabase() {
        return newDatabase("");
    }

    /** The same, made with more words of CREATE DATABASE. */
    public String newDatabase(String how) {
        String name = "classroom" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " OWNER " + USER + " " + how);
        return url(name);
    }

    /** The URL of a new database with today's schema, and nobody in it. */
    public synchronized String newClassroom() {
        if (template == null) {
            String url = newDatabase();
            Flyway.configure()
                    .dataSource(new PostgresDatabase(asDrydock(url)).connections())
                    .load()
                    .migrate();
            template = nameIn(url);
        }
        return newDatabase("TEMPLATE " + template);
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name;
    }

    static String nameIn(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Does it as the superuser. */
    public void execute(String sql) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it; connections are cut. */
    public void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again, on the same port, with everything that was in it. */
    public void startAgain() {
        try {
            running = run(running.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres run(int port) throws IOException {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("hba_file", directory.resolve("pg_hba.conf").toString())
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    @Override
    public void close() {
        stop();
        removeFiles();
    }

    /** At the end of Java: at once, without writing down what is thrown away anyhow. */
    private void discard() {
        try {
            String postmaster =
                    Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst();
            new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor();
        } catch (IOException gone) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        removeFiles();
    }

    private void removeFiles() {
        Patience.until("it has ended", () -> Files.notExists(directory.resolve("data/postmaster.pid")));
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
