package dev.drydock.instance;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database an instance uses.
 *
 * @param url {@code jdbc:postgresql://HOST[:PORT]/DATABASE}; empty for the SQLite file of the data directory
 * @param user who signs in to PostgreSQL; empty where the URL says it, or the server's account has the same name
 * @param password theirs; never shown
 */
@ConfigurationProperties("drydock.database")
public record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password) {

    /** The SQLite file of the data directory. */
    public static final DatabaseProperties SQLITE = new DatabaseProperties("", "", "");

    @Override
    public String toString() {
        return "DatabaseProperties[" + PostgresDatabase.withoutSecrets(url) + "]";
    }
}
