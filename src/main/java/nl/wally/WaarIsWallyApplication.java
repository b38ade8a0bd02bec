package nl.wally;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the referral server. */
@SpringBootApplication
public class WaarIsWallyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(WaarIsWallyApplication.class, arguments);
    }
}
