package nl.wally.workflow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the life cycle, read once at start: a table that contradicts itself keeps the server from starting. */
@Configuration(proxyBeanMethods = false)
class WorkflowConfig {
    @Bean
    TransitionTable transitionTable() {
        return TransitionTable.load();
    }

    @Bean
    UpdateTable updateTable() {
        return UpdateTable.load();
    }

    @Bean
    SubTaskRules subTaskRules() {
        return SubTaskRules.load();
    }

    @Bean
    StateTable stateTable() {
        return StateTable.load();
    }

    @Bean
    TaskRules taskRules(TransitionTable transitions, UpdateTable updates, StateTable states) {
        return new TaskRules(transitions, updates, states);
    }

    @Bean
    TaskCompletion taskCompletion(StateTable states) {
        return new TaskCompletion(states);
    }
}
