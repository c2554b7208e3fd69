package dev.drydock.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Copies of a database as it is at one moment, whoever writes to it meanwhile. */
public final class Snapshot {

    private Snapshot() {}

    /**
     * Copies the database; blocks until the copy is on disk. Only its owner can read it.
     *
     * @param copy must not be there yet
     */
    public static void take(Path database, Path copy) throws IOException {
        Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException e) {
            Files.delete(copy);
            throw new IOException("The database " + database + " cannot be copied: " + e.getMessage(), e);
        }
    }
}
