package dev.mysqlsmith.server;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuilder;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Gets artifacts as Maven does, with the user's settings: local repository, mirrors, proxies, offline mode. */
final class ArtifactFetcher {

    private ArtifactFetcher() {}

    /** The artifact's file in the local repository, downloaded if it is not there, its checksum verified. */
    static Path fetch(EmbeddedBuild build, ServerProgress progress) {
        Path file = resolve(build, progress);
        if (build.sha256() != null) {
            progress.step("verifying the checksum of " + file.getFileName());
            String actual = sha256(file);
            if (!actual.equals(build.sha256())) {
                throw new ServerException("server '" + build.name() + "': the file '" + file + "' has the SHA-256 "
                        + actual + ", expected " + build.sha256() + "; delete the file and try again");
            }
        }
        return file;
    }

    private static Path resolve(EmbeddedBuild build, ServerProgress progress) {
        ContextOverrides.Builder overrides = ContextOverrides.create()
                .withUserSettings(true)
                .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
                .transferListener(new Transfer(progress));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            overrides.withLocalRepositoryOverride(Path.of(repository));
        }
        try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides.build())) {
            ArtifactRequest request =
                    new ArtifactRequest(artifact(build.coordinates()), context.remoteRepositories(), "");
            DefaultRepositorySystemSession session =
                    new DefaultRepositorySystemSession(context.repositorySystemSession());
            session.setOffline(session.isOffline() || isOffline(context));
            return context.repositorySystem()
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new ServerException(
                    "server '" + build.name() + "' can't be fetched: " + e.getMessage()
                            + "; check the network, and mirrors, proxies and offline mode in Maven's settings.xml",
                    e);
        }
    }

    /** The one setting that the context does not take over from settings.xml. */
    private static boolean isOffline(Context context) {
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setUserSettingsFile(context.mavenUserHome().settingsXml().toFile());
        if (context.mavenSystemHome() != null) {
            request.setGlobalSettingsFile(
                    context.mavenSystemHome().settingsXml().toFile());
        }
        try {
            SettingsBuilder builder =
                    context.lookup().lookup(SettingsBuilder.class).orElseThrow();
            return builder.build(request).getEffectiveSettings().isOffline();
        } catch (SettingsBuildingException e) {
            throw new ServerException("Maven's settings can't be read: " + e.getMessage(), e);
        }
    }

    /** {@code group:artifact:version:extension[:classifier]}, the order in which people write coordinates. */
    private static Artifact artifact(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return new DefaultArtifact(parts[0], parts[1], parts.length > 4 ? parts[4] : "", parts[3], parts[2]);
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                byte[] buffer = new byte[1 << 20];
                while (in.read(buffer) >= 0) {
                    // the digest sees what is read
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ServerException("can't read '" + file + "': " + e, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    private static final class Transfer extends AbstractTransferListener {
        private final ServerProgress progress;

        private Transfer(ServerProgress progress) {
            this.progress = progress;
        }

        @Override
        public void transferInitiated(TransferEvent event) {
            progress.step("downloading " + event.getResource().getResourceName());
        }

        @Override
        public void transferProgressed(TransferEvent event) {
            progress.download(event.getTransferredBytes(), event.getResource().getContentLength());
        }
    }
}
