package io.github.slitstream.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Commands of {@code jcmd} to the Java that runs this very program. */
final class DiagnosticCommand {
    private static final String[] SIGNATURE = {String[].class.getName()};

    private DiagnosticCommand() {}

    /**
     * Runs a command and returns what it prints.
     *
     * @param name as the management bean has it: {@code vmInfo} for {@code VM.info}
     * @throws IOException if this Java has no such command
     */
    static String run(String name, String... arguments) throws IOException {
        try {
            return String.valueOf(ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), name, new Object[]{arguments},
                    SIGNATURE));
        } catch (JMException e) {
            throw new IOException("this Java does not know " + name, e);
        }
    }
}
