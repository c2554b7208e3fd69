package dev.drydock.instance;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database on a PostgreSQL server, which several servers of Drydock may share. */
public final class PostgresDatabase implements Database {

    private static final Logger log = LoggerFactory.getLogger(PostgresDatabase.class);
    private static final String KIND = "jdbc:postgresql:";
    private static final String FORM = KIND + "//HOST:PORT/DATABASE";

    /** In which no part of a password can be left that has a question mark in it. */
    private static final Pattern HARMLESS = Pattern.compile(
            KIND + "(//HOST(,HOST)*/)?[^/:@]*".replace("HOST", "(\\[[0-9a-fA-F:.]+]|[\\w.-]*)(:\\d+)?"));

    private static final int MOST_CONNECTIONS = 10;
    private static final int KEPT_CONNECTIONS = 2;

    /** How long a request waits for a connection. Then it is better told that there is none. */
    private static final long PATIENCE_MS = 3_000;

    private static final long PROOF_MS = 2_000;

    private final DatabaseProperties properties;
    private final String location;

    PostgresDatabase(DatabaseProperties properties) {
        this.properties = properties;
        this.location = withoutSecrets(properties.url());
        requireUnderstood();
    }

    /** A URL without its parameters, and without what some write before the host: either may hold a password. */
    static String withoutSecrets(String url) {
        int end = url.indexOf('?');
        String head = end < 0 ? url : url.substring(0, end);
        if (head.contains("@")) {
            return head.replaceFirst("(?s)//.*@", "//");
        }
        boolean sure = !url.contains("@") || HARMLESS.matcher(head).matches();
        return sure ? head : head.replaceFirst("(?s)//.*", "//…");
    }

    private void requireUnderstood() {
        String url = properties.url();
        if (!url.startsWith(KIND)) {
            throw new DatabaseException(
                    "drydock.database.url is '" + location + "', which is no database that Drydock knows.",
                    "Set DRYDOCK_DATABASE_URL=" + FORM + "; or leave it out for the SQLite file of the data directory.",
                    null);
        }
        if (url.replaceFirst("[?].*", "").contains("@")) {
            throw new DatabaseException(
                    "drydock.database.url for " + location
                            + " has a user or a password before the host, where PostgreSQL's"
                            + " driver looks for none.",
                    "Give them as DRYDOCK_DATABASE_USER and DRYDOCK_DATABASE_PASSWORD.",
                    null);
        }
        if (!new Driver().acceptsURL(url)) {
            throw new DatabaseException(
                    "drydock.database.url is '" + location + "', which PostgreSQL's driver does not understand.",
                    "Set DRYDOCK_DATABASE_URL=" + FORM + ".",
                    null);
        }
    }

    @Override
    public String location() {
        return location;
    }

    /** What the URL itself says about timeouts comes first. */
    @Override
    public DataSource connections() {
        Properties usual = new Properties();
        usual.setProperty("ApplicationName", "drydock");
        usual.setProperty("connectTimeout", "5");
        usual.setProperty("socketTimeout", "30"); // seconds; a host that is cut off answers nothing at all
        usual.setProperty("tcpKeepAlive", "true");
        if (!properties.user().isBlank()) {
            usual.setProperty("user", properties.user());
        }
        if (!properties.password().isEmpty()) {
            usual.setProperty("password", properties.password());
        }
        return new DriverManagerDataSource(properties.url(), usual);
    }

    @Override
    public HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(connections());
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(KEPT_CONNECTIONS);
        pool.setConnectionTimeout(PATIENCE_MS);
        pool.setValidationTimeout(PROOF_MS);
        pool.setInitializationFailTimeout(-1); // whether it answers has been asked before, and in better words
        pool.setPoolName("database");
        return pool;
    }

    @Override
    public void requireUsable() {
        try (Connection connection = connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT current_setting('transaction_read_only'), current_setting('server_encoding')")) {
            row.next();
            if ("on".equals(row.getString(1))) {
                throw readOnly(null);
            }
            if (!"UTF8".equals(row.getString(2))) {
                throw new DatabaseException(
                        about("keeps text as " + row.getString(2) + ", which has no room for every language."),
                        "Make one that has: createdb --encoding=UTF8 --template=template0 NAME.",
                        null);
            }
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public DatabaseException explain(SQLException failure) {
        SQLException first = DatabaseTrouble.firstIn(failure);
        String state = Objects.requireNonNullElse(first.getSQLState(), "");
        return switch (state) {
            case "25006" -> readOnly(failure);
            case "08004", "28000", "28P01" ->
                failed(
                        first,
                        "Correct drydock.database.user and drydock.database.password (DRYDOCK_DATABASE_USER,"
                                + " DRYDOCK_DATABASE_PASSWORD), and see that its pg_hba.conf lets that user in.");
            case "3D000" -> failed(first, "Make that database (createdb --encoding=UTF8 NAME), or correct the name.");
            case "42501" ->
                failed(
                        first,
                        "Let the user own the database: ALTER DATABASE NAME OWNER TO USER, once, as a superuser.");
            case "53300" -> failed(first, "Raise max_connections there; each Drydock takes up to 12.");
            case "53100" -> failed(first, "Make room on its disk.");
            default -> failed(first, "See that PostgreSQL runs there and can be reached, or correct the address.");
        };
    }

    private DatabaseException readOnly(@Nullable SQLException failure) {
        return new DatabaseException(
                about("can only be read: it is a standby, or set so."),
                "Name the primary server in DRYDOCK_DATABASE_URL; or allow writing: ALTER DATABASE NAME RESET"
                        + " default_transaction_read_only.",
                failure);
    }

    private DatabaseException failed(SQLException failure, String remedy) {
        String words = String.valueOf(failure.getMessage()).strip();
        return new DatabaseException(
                about("cannot be used: " + words + (words.endsWith(".") ? "" : ".")), remedy, failure);
    }

    private String about(String what) {
        return "The database " + location + " (drydock.database.url) " + what;
    }

    @Override
    public RuntimeException newer(String version) {
        return new DatabaseException(
                about("was made by a newer Drydock (its version is " + version
                        + "), and this one does not know what is in" + " it."),
                "Start that newer one again; or go back to a dump that was made before: pg_restore --clean.",
                null);
    }

    /** Copying a server's database is for whoever runs the server. */
    @Override
    public void keepCopy(String version) {
        log.info("The database {} is brought forward from version {}", location, version);
    }
}
