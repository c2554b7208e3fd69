package dev.drydock.machine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("contract")
class DockerShellContractTests extends ShellContract {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;
    private static HostView view;

    @BeforeAll
    static void start() {
        machine = room.machine();
        view = room.hostView(machine);
    }

    @AfterAll
    static void stopLooking() {
        view.close();
    }

    @Override
    Machine machine() {
        return machine;
    }

    @Override
    long processes() {
        return view.processes().size();
    }
}
