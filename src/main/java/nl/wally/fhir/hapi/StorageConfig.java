package nl.wally.fhir.hapi;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum;
import nl.wally.fhir.search.Searches;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How HAPI stores and indexes: each line saves rows on every write or closes a way to learn what one may not see. */
@Configuration
class StorageConfig {
    @Bean
    JpaStorageSettings jpaStorageSettings() {
        var settings = new JpaStorageSettings();
        settings.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        settings.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.ANY);
        settings.setAutoSupportDefaultSearchParams(false);
        settings.setDefaultSearchParamsCanBeOverridden(true);
        settings.setSuppressStringIndexingInTokens(true);
        settings.setTagStorageMode(JpaStorageSettings.TagStorageModeEnum.INLINE);
        settings.setIndexStorageOptimized(true);
        settings.setIndexMissingFields(IndexEnabledEnum.DISABLED);
        settings.setStoreMetaSourceInformation(JpaStorageSettings.StoreMetaSourceInformationEnum.NONE);
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setMatchUrlCacheEnabled(false);
        settings.setAllowMultipleDelete(false);
        settings.setDeleteEnabled(false);
        settings.setExpungeEnabled(false);
        settings.setPreExpandValueSets(false);
        settings.setEnableTaskPreExpandValueSets(false);
        settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
        settings.setHibernateSearchIndexSearchParams(false);
        settings.setHibernateSearchIndexFullText(false);
        settings.setLanguageSearchParameterEnabled(false);
        settings.setHistoryCountMode(ca.uhn.fhir.jpa.api.model.HistoryCountModeEnum.COUNT_DISABLED);
        // One more shows that there are too many.
        settings.setMaximumIncludesToLoadPerPage(Searches.MOST_INCLUDED + 1);
        return settings;
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }
}
