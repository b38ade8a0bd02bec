package nl.wally.benchmark;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a server in a process of its own uses of the machine, read from outside. */
final class ProcessGauges implements AutoCloseable {
    private static final double MEGA = 1024 * 1024;

    private final ServerProcess server;
    private final JMXConnector connector;
    private final MBeanServerConnection beans;
    private final Path temporary;

    /** @param temporary the folder in which that process keeps temporary files */
    ProcessGauges(ServerProcess server, Path temporary) throws Exception {
        this.server = server;
        this.temporary = temporary;
        VirtualMachine machine = VirtualMachine.attach(Long.toString(server.pid()));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        beans = connector.getMBeanServerConnection();
    }

    Map<String, Double> read() throws IOException {
        Map<String, Double> read = new LinkedHashMap<>();
        read.put("resident memory, MB", (double) server.memory()[0]);
        read.put("memory outside of the heap, MB", outsideOfTheHeap());
        read.put("classes", (double) bean(ManagementFactory.CLASS_LOADING_MXBEAN_NAME, ClassLoadingMXBean.class)
                .getLoadedClassCount());
        read.put("threads", (double)
                bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class).getThreadCount());
        read.put("open files", (double)
                bean(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount());
        read.put("sockets", (double) sockets());
        try (Stream<Path> files = Files.walk(temporary)) {
            read.put("temporary files", (double)
                    files.filter(Files::isRegularFile).count());
        }
        return read;
    }

    /** The heap in MB when nothing is left in it that nobody holds. */
    double heap() throws IOException {
        MemoryMXBean memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        // What the first collection finds out nobody needs, the second takes away.
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEGA;
    }

    double processorSeconds() {
        return server.processorSeconds();
    }

    private double outsideOfTheHeap() throws IOException {
        return (bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class)
                                .getNonHeapMemoryUsage()
                                .getUsed()
                        + bean("java.nio:type=BufferPool,name=direct", BufferPoolMXBean.class)
                                .getMemoryUsed())
                / MEGA;
    }

    private long sockets() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return open.filter(ProcessGauges::isSocket).count();
        }
    }

    /** A file that was closed in between is none. */
    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }

    private <T extends java.lang.management.PlatformManagedObject> T bean(String name, Class<T> type)
            throws IOException {
        return ManagementFactory.newPlatformMXBeanProxy(beans, name, type);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
