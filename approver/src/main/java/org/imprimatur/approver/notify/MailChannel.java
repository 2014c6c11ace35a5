package org.imprimatur.approver.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Sends plain text by SMTP; over TLS unless the settings say that the relay has none. */
record MailChannel(MailSettings settings) implements Channel {
    private static final String TIMEOUT_MS = "10000";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Notice notice) throws IOException {
        List<String> to = settings.addresses(notice);
        if (to.isEmpty()) {
            return;
        }
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(properties()));
            message.setFrom(new InternetAddress(settings.from(), true));
            for (String address : to) {
                message.addRecipient(Message.RecipientType.BCC, new InternetAddress(address, true));
            }
            message.setSubject(notice.kind().subject(), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Imprimatur-Notice", notice.id());
            message.setText(notice.text() + "\n", StandardCharsets.UTF_8.name());
            Optional<String> user = settings.user();
            if (user.isPresent()) {
                Transport.send(
                        message,
                        user.get(),
                        settings.password().map(secret -> secret.reveal()).orElse(""));
            } else {
                Transport.send(message);
            }
        } catch (MessagingException notTaken) {
            throw new IOException("the mail was not taken", notTaken);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.put("mail.smtp.timeout", TIMEOUT_MS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MS);
        properties.put("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        boolean tls = settings.tls() == MailSettings.Tls.REQUIRED;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(tls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
