package nl.wally.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import nl.wally.StatementLog;
import nl.wally.WaarIsWallyApplication;
import nl.wally.WithoutTests;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.Store;
import nl.wally.fhir.Trail;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The server as it is delivered, in a process of its own, with two additions: it seeds its database, and it counts its
 * SQL statements when asked to. It takes commands on standard input, one a line, and answers with a line.
 */
final class BenchmarkServer {
    private BenchmarkServer() {}

    /** Arguments: practices, then settings of the server as {@code --name=value}. */
    public static void main(String[] arguments) throws Exception {
        var region = new Region(Integer.parseInt(arguments[0]));
        var log = new StatementLog();
        ConfigurableApplicationContext server = new SpringApplicationBuilder(WaarIsWallyApplication.class)
                .initializers(context -> add(log, (GenericApplicationContext) context))
                .run(java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
        var seeder = new Seeder(
                server.getBean(Store.class),
                server.getBean(Reading.class),
                server.getBean(Pipeline.class),
                server.getBean(Clock.class));
        answer("ready", server.getEnvironment().getProperty("local.server.port"));
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "region" -> {
                    seeder.bring(region);
                    answer("done", "");
                }
                case "beside-demo" -> {
                    seeder.bringBesideDemo(region);
                    answer("done", "");
                }
                case "seed" -> {
                    seeder.refer(region, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                    answer("done", "");
                }
                case "trail" -> {
                    server.getBean(TrailSwitch.class).turn(words[1].equals("on"));
                    answer("done", "");
                }
                case "subscribers" -> {
                    server.getBean(Subscribers.class).become(Integer.parseInt(words[1]));
                    answer("done", "");
                }
                case "look" -> {
                    log.start();
                    answer("done", "");
                }
                case "count" -> answer("done", Integer.toString(log.stop()));
                case "longest" -> answer("done", log.longest());
                default -> throw new IllegalArgumentException(line);
            }
        }
        server.close();
    }

    /** Another build, which is measured beside this one, may have no trail, or tell nobody. */
    private static void add(StatementLog log, GenericApplicationContext context) {
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        context.getBeanFactory().addBeanPostProcessor(log);
        if (ClassUtils.isPresent("nl.wally.fhir.Trail", null)) {
            context.registerBean(
                    TrailSwitch.class,
                    () -> new TrailSwitch(context.getBean("auditTrail", Trail.class)),
                    bean -> bean.setPrimary(true));
        }
        if (ClassUtils.isPresent("nl.wally.notification.Outbox", null)) {
            context.registerBean(Subscribers.class);
        }
    }

    private static void answer(String word, String value) {
        System.out.println("#" + word + " " + value);
    }
}
