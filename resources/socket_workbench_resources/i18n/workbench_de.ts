<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>untitled</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, geändert</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>A capture was saved along with this session: {path}</source>
        <translation>Zu dieser Sitzung wurde ein Mitschnitt gespeichert: {path}</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>Mitschnitt öffnen</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>dieser Sitzung</translation>
    </message>
    <message>
        <source>Save the changes to {name}? Panels, fields and presets would be lost.</source>
        <translation>Änderungen an {name} speichern? Panels, Felder und Vorlagen gingen sonst verloren.</translation>
    </message>
    <message>
        <source>{size} of what happened could not be written to the capture yet and would be lost.
Close all the same?</source>
        <translation>{size} des Geschehens konnten noch nicht in den Mitschnitt geschrieben werden und gingen verloren.
Trotzdem schließen?</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Sessions (*.swb)</source>
        <translation>Sitzungen (*.swb)</translation>
    </message>
    <message>
        <source>Open session or capture</source>
        <translation>Sitzung oder Mitschnitt öffnen</translation>
    </message>
    <message>
        <source>Sessions and captures (*.swb *.swcap);;Sessions (*.swb);;Captures (*.swcap)</source>
        <translation>Sitzungen und Mitschnitte (*.swb *.swcap);;Sitzungen (*.swb);;Mitschnitte (*.swcap)</translation>
    </message>
    <message>
        <source> At {place}.</source>
        <translation> Stelle: {place}.</translation>
    </message>
    <message>
        <source>the file is empty, so it is not a session.</source>
        <translation>die Datei ist leer, also keine Sitzung.</translation>
    </message>
    <message>
        <source>the file ends too early, at line {line}, column {column}. Part of it is missing.</source>
        <translation>die Datei endet zu früh, in Zeile {line}, Spalte {column}. Ein Teil fehlt.</translation>
    </message>
    <message>
        <source>this is not a session: line {line}, column {column} is not JSON ({detail}).</source>
        <translation>das ist keine Sitzung: Zeile {line}, Spalte {column} ist kein JSON ({detail}).</translation>
    </message>
    <message>
        <source>the text is not UTF-8. Save it as UTF-8 and open it again.</source>
        <translation>der Text ist kein UTF-8. Speichern Sie ihn als UTF-8 und öffnen Sie ihn erneut.</translation>
    </message>
    <message>
        <source>the file is larger than the {limit} MiB that a session may have.</source>
        <translation>die Datei ist größer als die {limit} MiB, die eine Sitzung haben darf.</translation>
    </message>
    <message>
        <source>the JSON is nested too deeply for a session.</source>
        <translation>das JSON ist für eine Sitzung zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>the field “{field}” stands there twice.</source>
        <translation>das Feld „{field}“ steht zweimal da.</translation>
    </message>
    <message>
        <source>this looks like a capture, not a session. Give it the ending .swcap to open it.</source>
        <translation>das sieht nach einem Mitschnitt aus, nicht nach einer Sitzung. Mit der Endung .swcap lässt er sich öffnen.</translation>
    </message>
    <message>
        <source>it was made by a newer version of Socket Workbench (format {version}; this one reads up to {supported}). Update the program to open it.</source>
        <translation>sie stammt von einer neueren Version von Socket Workbench (Format {version}; diese liest bis {supported}). Aktualisieren Sie das Programm, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}.</source>
        <translation>erwartet: {expected}, gefunden: {found}.</translation>
    </message>
    <message>
        <source>“{found}” is not one of the values allowed here.</source>
        <translation>„{found}“ ist hier kein erlaubter Wert.</translation>
    </message>
    <message>
        <source>a session has no field “{field}” here.</source>
        <translation>eine Sitzung hat hier kein Feld „{field}“.</translation>
    </message>
    <message>
        <source>the field “{field}” is missing.</source>
        <translation>das Feld „{field}“ fehlt.</translation>
    </message>
    <message>
        <source>this is not a session ({detail}).</source>
        <translation>das ist keine Sitzung ({detail}).</translation>
    </message>
    <message>
        <source>there is no such file or folder.</source>
        <translation>Datei oder Ordner nicht gefunden.</translation>
    </message>
    <message>
        <source>this is a folder or a device, not a file.</source>
        <translation>das ist ein Ordner oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>you are not allowed to use this file. Choose another place.</source>
        <translation>Sie haben keinen Zugriff auf diese Datei. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>the file or its folder is read-only. Save it in another place.</source>
        <translation>die Datei oder ihr Ordner ist schreibgeschützt. Speichern Sie an einem anderen Ort.</translation>
    </message>
    <message>
        <source>the disk is full. Free some space or save it in another place.</source>
        <translation>der Datenträger ist voll. Schaffen Sie Platz oder speichern Sie an einem anderen Ort.</translation>
    </message>
    <message>
        <source>the system does not take this file name.</source>
        <translation>das System lässt diesen Dateinamen nicht zu.</translation>
    </message>
    <message>
        <source>the system says: {detail}.</source>
        <translation>das System meldet: {detail}.</translation>
    </message>
    <message>
        <source>The capture was not saved: {problem}</source>
        <translation>Der Mitschnitt wurde nicht gespeichert: {problem}</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>die Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>this is not a capture.</source>
        <translation>das ist kein Mitschnitt.</translation>
    </message>
    <message>
        <source>it was made by a newer version of Socket Workbench.</source>
        <translation>er stammt von einer neueren Version von Socket Workbench.</translation>
    </message>
    <message>
        <source>the file is damaged.</source>
        <translation>die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>it cannot be read.</source>
        <translation>er ist nicht lesbar.</translation>
    </message>
    <message>
        <source>a file of that name is already there.</source>
        <translation>eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>it cannot be written there. Choose another place.</source>
        <translation>dort kann nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>the disk is full. Free some space or choose another place.</source>
        <translation>der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Recording stands still: the disk is full. Nothing is lost; sockets wait with reading. Free some space and it goes on by itself.</source>
        <translation>Die Aufzeichnung ruht: Der Datenträger ist voll. Nichts geht verloren; die Sockets warten mit dem Lesen. Schaffen Sie Platz, dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Recording stands still: the capture&apos;s file was removed. Nothing more can be kept in it; sockets wait with reading.</source>
        <translation>Die Aufzeichnung ruht: Die Datei des Mitschnitts wurde entfernt. In ihr kann nichts mehr festgehalten werden; die Sockets warten mit dem Lesen.</translation>
    </message>
    <message>
        <source>Recording stands still: the disk reports an error ({detail}). It is tried again; sockets wait with reading.</source>
        <translation>Die Aufzeichnung ruht: Der Datenträger meldet einen Fehler ({detail}). Es wird erneut versucht; die Sockets warten mit dem Lesen.</translation>
    </message>
    <message>
        <source>The preferences in {path} could not be understood ({detail}); the usual ones are used. What the file held is kept as {copy}.</source>
        <translation>Die Einstellungen in {path} sind unverständlich ({detail}); es gelten die üblichen. Der Inhalt der Datei bleibt als {copy} erhalten.</translation>
    </message>
    <message>
        <source>The preferences in {path} cannot be read ({detail}); the usual ones are used.</source>
        <translation>Die Einstellungen in {path} sind nicht lesbar ({detail}); es gelten die üblichen.</translation>
    </message>
    <message>
        <source>The preferences could not be saved to {path} ({detail}); they hold until you quit.</source>
        <translation>Die Einstellungen konnten nicht in {path} gespeichert werden ({detail}); sie gelten bis zum Beenden.</translation>
    </message>
    <message>
        <source>{number} Gbit/s</source>
        <translation>{number} Gbit/s</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>What the system calls the adapter</source>
        <translation>Wie das System den Adapter nennt</translation>
    </message>
    <message>
        <source>address</source>
        <translation>address</translation>
    </message>
    <message>
        <source>One of the adapter&apos;s IP addresses</source>
        <translation>Eine der IP-Adressen des Adapters</translation>
    </message>
    <message>
        <source>prefixLength</source>
        <translation>prefixLength</translation>
    </message>
    <message>
        <source>Leading bits of the address that its whole network shares</source>
        <translation>Führende Bits der Adresse, die sein ganzes Netz gemeinsam hat</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>IPv4 or IPv6</source>
        <translation>IPv4 oder IPv6</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether the adapter is up and has a network</source>
        <translation>Ob der Adapter aktiv ist und ein Netz hat</translation>
    </message>
    <message>
        <source>up</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>down</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardwareadresse</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Bytes of the largest packet</source>
        <translation>Bytes des größten Pakets</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Datenrate</translation>
    </message>
    <message>
        <source>What the link can carry, where the system tells</source>
        <translation>Was die Leitung schafft, wo das System es verrät</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>Whether it reaches this machine only</source>
        <translation>Ob er nur diesen Rechner erreicht</translation>
    </message>
    <message>
        <source>multicast</source>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>Whether it takes multicast, where the system tells</source>
        <translation>Ob er Multicast beherrscht, wo das System es verrät</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>All peers</source>
        <translation>Alle Gegenstellen</translation>
    </message>
    <message>
        <source>further peers</source>
        <translation>weitere Gegenstellen</translation>
    </message>
    <message>
        <source>Who sent datagrams here, or was sent some</source>
        <translation>Wer Datagramme hierher gesandt oder von hier erhalten hat</translation>
    </message>
    <message>
        <source>Datagrams received</source>
        <translation>Empfangene Datagramme</translation>
    </message>
    <message>
        <source>Datagrams sent</source>
        <translation>Gesendete Datagramme</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>Empfangene Bytes</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>Gesendete Bytes</translation>
    </message>
    <message>
        <source>received: {count} datagrams, {size}</source>
        <translation>empfangene Datagramme: {count}, {size}</translation>
    </message>
    <message>
        <source>sent: {count} datagrams, {size}</source>
        <translation>gesendete Datagramme: {count}, {size}</translation>
    </message>
</context>
<context>
    <name>AdapterChoice</name>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>chosen by system</source>
        <translation>vom System gewählt</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
    <message>
        <source>, down</source>
        <translation>, inaktiv</translation>
    </message>
</context>
<context>
    <name>AdapterTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Use as bind address</source>
        <translation>Als Bind-Adresse verwenden</translation>
    </message>
    <message>
        <source>Use for multicast</source>
        <translation>Für Multicast verwenden</translation>
    </message>
    <message>
        <source>The adapters cannot be listed: {reason}</source>
        <translation>Die Adapter lassen sich nicht auflisten: {reason}</translation>
    </message>
    <message>
        <source>Network adapters</source>
        <translation>Netzwerkadapter</translation>
    </message>
</context>
<context>
    <name>ArgumentInput</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>Format of the bytes</source>
        <translation>Format der Bytes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>optional {argument}</source>
        <translation>{argument} (optional)</translation>
    </message>
</context>
<context>
    <name>ByteCopier</name>
    <message>
        <source>%1 are too many for the clipboard (%2 at most); save them instead.</source>
        <translation>%1 sind zu viel für die Zwischenablage (höchstens %2); speichern Sie sie stattdessen.</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
</context>
<context>
    <name>ByteFindBar</name>
    <message>
        <source>Ignore case</source>
        <translation>Groß/klein egal</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>%1 so far…</source>
        <translation>bisher %1…</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Find in these bytes</source>
        <translation>In diesen Bytes suchen</translation>
    </message>
    <message>
        <source>Find text, hex or a regular expression</source>
        <translation>Text, Hex oder regulären Ausdruck suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Enter)</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Suchleiste schließen (Esc)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>ByteSavingWindow</name>
    <message>
        <source>Save bytes</source>
        <translation>Bytes speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{size} were saved as {path}</source>
        <translation>{size} wurden als {path} gespeichert</translation>
    </message>
    <message>
        <source>{path}: the bytes were not saved: {detail}</source>
        <translation>{path}: Die Bytes wurden nicht gespeichert: {detail}</translation>
    </message>
</context>
<context>
    <name>ByteSearch</name>
    <message>
        <source>The expression takes too long; make it simpler.</source>
        <translation>Der Ausdruck braucht zu lange; vereinfachen Sie ihn.</translation>
    </message>
</context>
<context>
    <name>ByteViews</name>
    <message>
        <source>Data to send</source>
        <translation>Zu sendende Daten</translation>
    </message>
    <message>
        <source>The same bytes as hex</source>
        <translation>Dieselben Bytes als Hex</translation>
    </message>
    <message>
        <source>The same bytes as text</source>
        <translation>Dieselben Bytes als Text</translation>
    </message>
    <message>
        <source>Text; escapes: \r \n \t \0 \xNN \uNNNN \\, variables: ${…}</source>
        <translation>Text; Escapes: \r \n \t \0 \xNN \uNNNN \\, Variablen: ${…}</translation>
    </message>
    <message>
        <source>Hex: 48 54 54 50, 0x48, 0x54 or 48545450; variables: ${…}</source>
        <translation>Hex: 48 54 54 50, 0x48, 0x54 oder 48545450; Variablen: ${…}</translation>
    </message>
    <message>
        <source>Base64, also in its URL-safe form</source>
        <translation>Base64, auch in der URL-sicheren Form</translation>
    </message>
    <message>
        <source>Too many bytes to be shown the other way as well</source>
        <translation>Zu viele Bytes, um auch die andere Darstellung zu zeigen</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>This is no JSON.</source>
        <translation>Das ist kein JSON.</translation>
    </message>
    <message>
        <source>Today: {names}</source>
        <translation>Heute: {names}</translation>
    </message>
    <message>
        <source>Make this call (F5, or Enter in a field)</source>
        <translation>Diesen Aufruf ausführen (F5, oder Enter in einem Feld)</translation>
    </message>
    <message>
        <source>Copy the call as code</source>
        <translation>Den Aufruf als Code kopieren</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Result of the selected call</source>
        <translation>Ergebnis des gewählten Aufrufs</translation>
    </message>
    <message>
        <source>The result of a call is shown here.</source>
        <translation>Hier steht das Ergebnis eines Aufrufs.</translation>
    </message>
    <message>
        <source>waiting; other calls may be made meanwhile</source>
        <translation>wartet; inzwischen sind andere Aufrufe möglich</translation>
    </message>
    <message>
        <source>made in an earlier session; Call makes it again</source>
        <translation>aus einer früheren Sitzung; „Aufrufen“ wiederholt ihn</translation>
    </message>
    <message>
        <source>Its callback never runs.</source>
        <translation>Sein Callback läuft nie.</translation>
    </message>
</context>
<context>
    <name>CapturePages</name>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name} (schreibgeschützt)</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate of {peer}</source>
        <translation>Zertifikat von {peer}</translation>
    </message>
    <message>
        <source>Trust this one</source>
        <translation>Diesem vertrauen</translation>
    </message>
    <message>
        <source>Accept this certificate, and no other, for {peer} in this panel</source>
        <translation>Dieses Zertifikat, und kein anderes, für {peer} in diesem Panel akzeptieren</translation>
    </message>
    <message>
        <source>You trust this certificate for this host and port.</source>
        <translation>Sie vertrauen diesem Zertifikat für diesen Host und Port.</translation>
    </message>
    <message>
        <source>This certificate is not trusted:</source>
        <translation>Diesem Zertifikat wird nicht vertraut:</translation>
    </message>
    <message>
        <source>Nothing speaks against this certificate.</source>
        <translation>Nichts spricht gegen dieses Zertifikat.</translation>
    </message>
    <message>
        <source>It was only looked at: who issued it is checked when you connect.</source>
        <translation>Es wurde nur angesehen: Wer es ausgestellt hat, wird beim Verbinden geprüft.</translation>
    </message>
</context>
<context>
    <name>CertificateTexts</name>
    <message>
        <source>It has expired. Renew it on the server; if this is your own server, you may trust it all the same.</source>
        <translation>Es ist abgelaufen. Erneuern Sie es auf dem Server; ist es Ihr eigener Server, können Sie ihm trotzdem vertrauen.</translation>
    </message>
    <message>
        <source>It is not valid yet. Is the clock of this computer right?</source>
        <translation>Es ist noch nicht gültig. Stimmt die Uhr dieses Rechners?</translation>
    </message>
    <message>
        <source>It is for another name than the one connected to. Connect by one of its names, or check that this is the machine you mean.</source>
        <translation>Es gilt für einen anderen Namen als den verbundenen. Verwenden Sie einen seiner Namen, oder prüfen Sie, ob das der gemeinte Rechner ist.</translation>
    </message>
    <message>
        <source>It is signed by itself only, so nobody vouches for it. Compare its fingerprint with the one on the server before you trust it.</source>
        <translation>Es ist nur von sich selbst signiert, niemand bürgt also dafür. Vergleichen Sie den Fingerabdruck mit dem auf dem Server, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>This system does not know its issuer. Give the issuer&apos;s certificate as CA file, or compare the fingerprint with the one on the server before you trust it.</source>
        <translation>Dieses System kennt den Aussteller nicht. Geben Sie dessen Zertifikat als CA-Datei an, oder vergleichen Sie den Fingerabdruck mit dem auf dem Server, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>It is another one than the one you trust for this host and port: it was renewed, or somebody stands in between. Ask who runs the server before you trust it.</source>
        <translation>Es ist ein anderes als das, dem Sie für diesen Host und Port vertrauen: Es wurde erneuert, oder jemand steht dazwischen. Fragen Sie den Betreiber des Servers, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>Its key is too short to be safe. The server needs a new one.</source>
        <translation>Sein Schlüssel ist zu kurz, um sicher zu sein. Der Server braucht ein neues.</translation>
    </message>
    <message>
        <source>It is signed by a method that can be forged. The server needs a new one.</source>
        <translation>Es ist mit einem fälschbaren Verfahren signiert. Der Server braucht ein neues.</translation>
    </message>
    <message>
        <source>Its issuer has revoked it: do not trust it.</source>
        <translation>Der Aussteller hat es gesperrt: Vertrauen Sie ihm nicht.</translation>
    </message>
    <message>
        <source>It breaks the rules for certificates, or is not made for a server.</source>
        <translation>Es verletzt die Regeln für Zertifikate oder ist nicht für Server gedacht.</translation>
    </message>
    <message>
        <source>of a kind not known here</source>
        <translation>von hier unbekannter Art</translation>
    </message>
    <message>
        <source>{key}, {bits} bits</source>
        <translation>{key}, {bits} Bit</translation>
    </message>
    <message>
        <source>expired, days ago: {days}</source>
        <translation>abgelaufen, vor Tagen: {days}</translation>
    </message>
    <message>
        <source>days left: {days}</source>
        <translation>verbleibende Tage: {days}</translation>
    </message>
    <message>
        <source>{begin} to {end} ({left})</source>
        <translation>{begin} bis {end} ({left})</translation>
    </message>
</context>
<context>
    <name>CertificateView</name>
    <message>
        <source>Copy PEM</source>
        <translation>PEM kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>{issuer} (itself)</source>
        <translation>{issuer} (selbst)</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>Zertifikatskette</translation>
    </message>
    <message>
        <source>Copy the certificate as PEM text</source>
        <translation>Das Zertifikat als PEM-Text kopieren</translation>
    </message>
    <message>
        <source>Save the certificate as a PEM file</source>
        <translation>Das Zertifikat als PEM-Datei speichern</translation>
    </message>
</context>
<context>
    <name>ClientList</name>
    <message>
        <source>Clear</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Send to all</source>
        <translation>An alle</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>CLIENTS</source>
        <translation>CLIENTS</translation>
    </message>
    <message>
        <source>Take all clients that have left off the list</source>
        <translation>Alle Clients, die gegangen sind, aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Send what the composer holds to every client that is connected</source>
        <translation>Den Inhalt des Sendefelds an jeden verbundenen Client senden</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect with a reset</source>
        <translation>Mit Reset trennen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ClientListModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>All clients ({n})</source>
        <translation>Alle Clients ({n})</translation>
    </message>
    <message>
        <source>Show what all clients say, and send to all of them</source>
        <translation>Zeigen, was alle Clients sagen, und an alle senden</translation>
    </message>
    <message>
        <source>In: {bytes} in {events} events</source>
        <translation>Empfangen: {bytes}, Ereignisse: {events}</translation>
    </message>
    <message>
        <source>Out: {bytes} in {events} calls</source>
        <translation>Gesendet: {bytes}, Aufrufe: {events}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>has closed its side; can still be sent to ({facts})</source>
        <translation>hat seine Seite geschlossen; Senden ist noch möglich ({facts})</translation>
    </message>
    <message>
        <source>has left ({facts})</source>
        <translation>ist gegangen ({facts})</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>&amp;Open session or capture…</source>
        <translation>Sitzung oder Mitschnitt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a session (.swb) or look at a capture (.swcap)</source>
        <translation>Sitzung (.swb) öffnen oder Mitschnitt (.swcap) ansehen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <source>Save the panels, their fields and presets</source>
        <translation>Panels, ihre Felder und Vorlagen speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save &amp;capture as…</source>
        <translation>&amp;Mitschnitt speichern unter…</translation>
    </message>
    <message>
        <source>Save everything that was recorded so far as a file of its own</source>
        <translation>Alles bisher Aufgezeichnete als eigene Datei speichern</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Theme, language, fonts, keys and recording</source>
        <translation>Design, Sprache, Schriften, Tasten und Aufzeichnung</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Go to &amp;address</source>
        <translation>Zur &amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Connect or reconnect</source>
        <translation>&amp;Verbinden oder neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Disconnect or cancel</source>
        <translation>T&amp;rennen oder abbrechen</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>S&amp;end</source>
        <translation>Sen&amp;den</translation>
    </message>
    <message>
        <source>Mirr&amp;or: open the other end</source>
        <translation>&amp;Gegenseite öffnen</translation>
    </message>
    <message>
        <source>Open a panel on this machine that this one can talk to, and begin</source>
        <translation>Auf diesem Rechner ein Panel öffnen, mit dem dieses sprechen kann, und beginnen</translation>
    </message>
    <message>
        <source>&amp;Rename panel</source>
        <translation>Panel um&amp;benennen</translation>
    </message>
    <message>
        <source>C&amp;lose panel</source>
        <translation>Panel s&amp;chließen</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>&amp;Nächstes Panel</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>V&amp;origes Panel</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Filter &amp;events</source>
        <translation>&amp;Ereignisse filtern</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find any command by a few letters of its name</source>
        <translation>Jeden Befehl mit ein paar Buchstaben seines Namens finden</translation>
    </message>
    <message>
        <source>Next &amp;region</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous re&amp;gion</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>The page of the guide about what has the focus</source>
        <translation>Die Seite des Handbuchs zu dem, was den Fokus hat</translation>
    </message>
    <message>
        <source>Worked &amp;examples</source>
        <translation>&amp;Beispiele zum Ausprobieren</translation>
    </message>
    <message>
        <source>&amp;About Socket Workbench</source>
        <translation>&amp;Über Socket Workbench</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>What is wrong with the data</source>
        <translation>Was an den Daten falsch ist</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>SENDEN</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>whole file</source>
        <translation>ganze Datei</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>keine Datei gewählt</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>not sendable</source>
        <translation>nicht sendbar</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Gaps</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Time since the row before</source>
        <translation>Zeit seit der Zeile davor</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Bündeln</translation>
    </message>
    <message>
        <source>Draw consecutive chunks of one direction as one row</source>
        <translation>Aufeinanderfolgende Stücke einer Richtung als eine Zeile zeigen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the data (Ctrl+F)</source>
        <translation>In den Daten suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>CONVERSATION</source>
        <translation>VERLAUF</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy bytes as</source>
        <translation>Bytes kopieren als</translation>
    </message>
    <message>
        <source>Copy as program</source>
        <translation>Als Programm kopieren</translation>
    </message>
    <message>
        <source>JavaScript for chrome.sockets</source>
        <translation>JavaScript für chrome.sockets</translation>
    </message>
    <message>
        <source>Python asyncio</source>
        <translation>Python asyncio</translation>
    </message>
    <message>
        <source>socat command</source>
        <translation>socat-Befehl</translation>
    </message>
    <message>
        <source>ncat command</source>
        <translation>ncat-Befehl</translation>
    </message>
</context>
<context>
    <name>DataInspector</name>
    <message>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Values of the selected bytes</source>
        <translation>Werte der gewählten Bytes</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Little-endian</source>
        <translation>Little-Endian</translation>
    </message>
    <message>
        <source>Big-endian</source>
        <translation>Big-Endian</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy all values</source>
        <translation>Alle Werte kopieren</translation>
    </message>
    <message>
        <source>u8</source>
        <translation>u8</translation>
    </message>
    <message>
        <source>i8</source>
        <translation>i8</translation>
    </message>
    <message>
        <source>u16</source>
        <translation>u16</translation>
    </message>
    <message>
        <source>i16</source>
        <translation>i16</translation>
    </message>
    <message>
        <source>u32</source>
        <translation>u32</translation>
    </message>
    <message>
        <source>i32</source>
        <translation>i32</translation>
    </message>
    <message>
        <source>u64</source>
        <translation>u64</translation>
    </message>
    <message>
        <source>i64</source>
        <translation>i64</translation>
    </message>
    <message>
        <source>f16</source>
        <translation>f16</translation>
    </message>
    <message>
        <source>f32</source>
        <translation>f32</translation>
    </message>
    <message>
        <source>f64</source>
        <translation>f64</translation>
    </message>
    <message>
        <source>unix s</source>
        <translation>unix s</translation>
    </message>
    <message>
        <source>unix ms</source>
        <translation>unix ms</translation>
    </message>
    <message>
        <source>NTP</source>
        <translation>NTP</translation>
    </message>
    <message>
        <source>FILETIME</source>
        <translation>FILETIME</translation>
    </message>
    <message>
        <source>DOS time</source>
        <translation>DOS-Zeit</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>utf-8</source>
        <translation>utf-8</translation>
    </message>
    <message>
        <source>utf-16</source>
        <translation>utf-16</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>CRC-16/CCITT-FALSE</source>
        <translation>CRC-16/CCITT-FALSE</translation>
    </message>
    <message>
        <source>CRC-16/MODBUS</source>
        <translation>CRC-16/MODBUS</translation>
    </message>
    <message>
        <source>CRC-16/ARC</source>
        <translation>CRC-16/ARC</translation>
    </message>
    <message>
        <source>CRC-32</source>
        <translation>CRC-32</translation>
    </message>
    <message>
        <source>Internet checksum</source>
        <translation>Internet-Prüfsumme</translation>
    </message>
    <message>
        <source>MD5</source>
        <translation>MD5</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>ArrayBuffer</source>
        <translation>ArrayBuffer</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Find text, hex or a regular expression (Ctrl+F)</source>
        <translation>Text, Hex oder regulären Ausdruck suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Copy the selection, or everything</source>
        <translation>Die Auswahl oder alles kopieren</translation>
    </message>
    <message>
        <source>Go to, bytes per row, grouping, text column</source>
        <translation>Gehe zu, Bytes je Zeile, Gruppierung, Textspalte</translation>
    </message>
    <message>
        <source>Save the selection, or everything, to a file</source>
        <translation>Die Auswahl oder alles in eine Datei speichern</translation>
    </message>
    <message>
        <source>Go to…	Ctrl+G</source>
        <translation>Gehe zu…	Strg+G</translation>
    </message>
    <message>
        <source>Select an event, or a row of a conversation, to see its bytes here.</source>
        <translation>Wählen Sie ein Ereignis oder eine Zeile eines Verlaufs, um hier die Bytes zu sehen.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu…</translation>
    </message>
</context>
<context>
    <name>DatagramOptionFields</name>
    <message>
        <source>persistent</source>
        <translation>persistent</translation>
    </message>
    <message>
        <source>share port</source>
        <translation>Port teilen</translation>
    </message>
    <message>
        <source>%1 granted</source>
        <translation>%1 gewährt</translation>
    </message>
    <message>
        <source>Socket name</source>
        <translation>Name des Sockets</translation>
    </message>
    <message>
        <source>name: for your own use</source>
        <translation>name: zu Ihrer freien Verwendung</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>Persistent</translation>
    </message>
    <message>
        <source>persistent: the socket stays open when the app is suspended</source>
        <translation>persistent: Der Socket bleibt offen, wenn die App suspendiert wird</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>Puffergröße</translation>
    </message>
    <message>
        <source>bufferSize: the largest datagram that is taken; larger ones are lost</source>
        <translation>bufferSize: das größte angenommene Datagramm; größere gehen verloren</translation>
    </message>
    <message>
        <source>Receive buffer of the kernel</source>
        <translation>Empfangspuffer des Kernels</translation>
    </message>
    <message>
        <source>What the kernel keeps while this program is busy; more means fewer lost</source>
        <translation>Was der Kernel aufhebt, während dieses Programm beschäftigt ist; mehr heißt weniger Verluste</translation>
    </message>
    <message>
        <source>Granted receive buffer</source>
        <translation>Gewährter Empfangspuffer</translation>
    </message>
    <message>
        <source>What the kernel granted, in bytes; Linux counts its own work in</source>
        <translation>Was der Kernel gewährt hat, in Bytes; Linux zählt die eigene Verwaltung mit</translation>
    </message>
    <message>
        <source>Adapter to send from</source>
        <translation>Adapter zum Senden</translation>
    </message>
    <message>
        <source>Let what is sent leave by this adapter</source>
        <translation>Gesendetes über diesen Adapter hinauslassen</translation>
    </message>
    <message>
        <source>Let others that share it as well bind the same port; counts from the next bind on</source>
        <translation>Andere, die ihn auch teilen, denselben Port binden lassen; gilt ab dem nächsten Binden</translation>
    </message>
    <message>
        <source>Share port</source>
        <translation>Port teilen</translation>
    </message>
    <message>
        <source>File piece</source>
        <translation>Dateistück</translation>
    </message>
    <message>
        <source>How much of a file goes into one datagram</source>
        <translation>Wie viel einer Datei in ein Datagramm kommt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>system&apos;s</source>
        <translation>Systemwert</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>bufferSize</source>
        <translation>bufferSize</translation>
    </message>
    <message>
        <source>kernel buffer</source>
        <translation>Kernelpuffer</translation>
    </message>
    <message>
        <source>send from</source>
        <translation>senden über</translation>
    </message>
    <message>
        <source>file pieces</source>
        <translation>Dateistücke</translation>
    </message>
</context>
<context>
    <name>DnsChoice</name>
    <message>
        <source>DNS query type</source>
        <translation>DNS-Abfragetyp</translation>
    </message>
    <message>
        <source>dnsQueryType: which addresses of a name to use, IPv4, IPv6 or any</source>
        <translation>dnsQueryType: welche Adressen eines Namens gelten, IPv4, IPv6 oder egal</translation>
    </message>
</context>
<context>
    <name>DroppedLabel</name>
    <message>
        <source>dropped by the kernel: %1</source>
        <translation>vom Kernel verworfen: %1</translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message>
        <source>expected a word, or a term such as socket:3</source>
        <translation>erwartet: ein Wort oder ein Ausdruck wie socket:3</translation>
    </message>
    <message>
        <source>expected a closing parenthesis</source>
        <translation>erwartet: eine schließende Klammer</translation>
    </message>
    <message>
        <source>this parenthesis was never opened</source>
        <translation>diese Klammer wurde nie geöffnet</translation>
    </message>
    <message>
        <source>expected a closing quotation mark</source>
        <translation>erwartet: ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>expected socket:, dir:, event: or code:; put quotes around text with a colon</source>
        <translation>erwartet: socket:, dir:, event: oder code:; Text mit Doppelpunkt in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>expected a socket: 3, tcp/3, server/1, udp/2 or socket/4</source>
        <translation>erwartet: ein Socket: 3, tcp/3, server/1, udp/2 oder socket/4</translation>
    </message>
    <message>
        <source>expected in or out</source>
        <translation>erwartet: in oder out</translation>
    </message>
    <message>
        <source>expected a method or an event, such as onReceive</source>
        <translation>erwartet: eine Methode oder ein Ereignis, etwa onReceive</translation>
    </message>
    <message>
        <source>expected a result code: -102, &lt;0 or CONNECTION_REFUSED</source>
        <translation>erwartet: ein Ergebniscode: -102, &lt;0 oder CONNECTION_REFUSED</translation>
    </message>
    <message>
        <source>Filter:  socket:tcp/1  dir:in  code:&lt;0  &quot;HTTP&quot;</source>
        <translation>Filter:  socket:tcp/1  dir:in  code:&lt;0  &quot;HTTP&quot;</translation>
    </message>
    <message>
        <source>Filter of the event log</source>
        <translation>Filter des Ereignisprotokolls</translation>
    </message>
    <message>
        <source>Words are searched in the data and in the row.
socket:3  socket:tcp/3  dir:in  event:onReceive  code:&lt;0
AND  OR  NOT  ( )</source>
        <translation>Wörter werden in den Daten und in der Zeile gesucht.
socket:3  socket:tcp/3  dir:in  event:onReceive  code:&lt;0
AND  OR  NOT  ( )</translation>
    </message>
</context>
<context>
    <name>EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Verstrichen</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>EventLogView</name>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Keep the newest row in sight (End)</source>
        <translation>Die neueste Zeile im Blick behalten (Ende)</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>{shown} von {total} gezeigt</translation>
    </message>
    <message>
        <source>(searching)</source>
        <translation>(sucht)</translation>
    </message>
    <message>
        <source>{size}/s   {events} events/s</source>
        <translation>{size}/s   {events} Ereignisse/s</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Only this socket</source>
        <translation>Nur dieser Socket</translation>
    </message>
    <message>
        <source>Only this event</source>
        <translation>Nur dieses Ereignis</translation>
    </message>
</context>
<context>
    <name>ExpressionLine</name>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>File to send</source>
        <translation>Zu sendende Datei</translation>
    </message>
    <message>
        <source>Path of the file to send; or drop one here</source>
        <translation>Pfad der zu sendenden Datei; oder eine hier fallen lassen</translation>
    </message>
    <message>
        <source>Browse for the file to send</source>
        <translation>Nach der zu sendenden Datei suchen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the data; escapes such as \r\n work</source>
        <translation>In den Daten suchen; Escapes wie \r\n gehen</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>Im Verlauf suchen</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3, Enter)</source>
        <translation>Nächster Treffer (F3, Enter)</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>sucht</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>keine Treffer</translation>
    </message>
    <message>
        <source>{place} of {hits}</source>
        <translation>{place} von {hits}</translation>
    </message>
    <message>
        <source>{hits} hits</source>
        <translation>{hits} Treffer</translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <source>Offset to go to</source>
        <translation>Offset, zu dem es geht</translation>
    </message>
    <message>
        <source>Offset: 4096, 0x1000, +16</source>
        <translation>Offset: 4096, 0x1000, +16</translation>
    </message>
    <message>
        <source>Decimal, hex with 0x in front or h behind, + or - from the caret</source>
        <translation>Dezimal, hex mit 0x davor oder h dahinter, + oder - ab der Marke</translation>
    </message>
    <message>
        <source>Offsets go from 0 to %1.</source>
        <translation>Offsets reichen von 0 bis %1.</translation>
    </message>
</context>
<context>
    <name>HeldNote</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Bring back what stood here before (Ctrl+Z)</source>
        <translation>Zurückholen, was vorher hier stand (Strg+Z)</translation>
    </message>
    <message>
        <source>{count} characters: too long to be edited here, sent whole.</source>
        <translation>{count} Zeichen: zu lang, um sie hier zu bearbeiten; sie werden ganz gesendet.</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es heißt</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>In Chromium</source>
        <translation>In Chromium</translation>
    </message>
    <message>
        <source>As documented</source>
        <translation>Wie dokumentiert</translation>
    </message>
</context>
<context>
    <name>HexMenus</name>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Hex dump</source>
        <translation>Hexdump</translation>
    </message>
    <message>
        <source>C array</source>
        <translation>C-Array</translation>
    </message>
    <message>
        <source>Python bytes</source>
        <translation>Python-Bytes</translation>
    </message>
    <message>
        <source>JavaScript Uint8Array</source>
        <translation>JavaScript Uint8Array</translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation>JSON-Array</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>Text (UTF-8)</source>
        <translation>Text (UTF-8)</translation>
    </message>
    <message>
        <source>16, or 8 where narrow</source>
        <translation>16, bei wenig Platz 8</translation>
    </message>
    <message>
        <source>8</source>
        <translation>8</translation>
    </message>
    <message>
        <source>16</source>
        <translation>16</translation>
    </message>
    <message>
        <source>32</source>
        <translation>32</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>So viele wie passen</translation>
    </message>
    <message>
        <source>Single bytes</source>
        <translation>Einzelne Bytes</translation>
    </message>
    <message>
        <source>2 bytes</source>
        <translation>2 Bytes</translation>
    </message>
    <message>
        <source>4 bytes</source>
        <translation>4 Bytes</translation>
    </message>
    <message>
        <source>8 bytes</source>
        <translation>8 Bytes</translation>
    </message>
    <message>
        <source>ASCII</source>
        <translation>ASCII</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>Bytes per row</source>
        <translation>Bytes je Zeile</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>Textspalte</translation>
    </message>
</context>
<context>
    <name>HexView</name>
    <message>
        <source>No bytes to show</source>
        <translation>Keine Bytes zu zeigen</translation>
    </message>
    <message>
        <source>Byte %1: %2, “%3”</source>
        <translation>Byte %1: %2, „%3“</translation>
    </message>
    <message>
        <source>%4 bytes selected from %1 on: %2, “%3”</source>
        <translation>%4 Bytes ab %1 gewählt: %2, „%3“</translation>
    </message>
    <message>
        <source>Row %1: %2, “%3”</source>
        <translation>Zeile %1: %2, „%3“</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Scroll through the bytes</source>
        <translation>Durch die Bytes scrollen</translation>
    </message>
    <message>
        <source>These bytes cannot be read: </source>
        <translation>Diese Bytes sind nicht lesbar: </translation>
    </message>
</context>
<context>
    <name>HostEdit</name>
    <message>
        <source>localhost, 192.0.2.1, ::1</source>
        <translation>localhost, 192.0.2.1, ::1</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Use the program&apos;s own keys</source>
        <translation>Tasten des Programms wiederherstellen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key (double-click to change)</source>
        <translation>Taste (Doppelklick ändert sie)</translation>
    </message>
    <message>
        <source>{key} belongs to more than one command: {names}. Give each its own.</source>
        <translation>{key} gehört zu mehr als einem Befehl: {names}. Geben Sie jedem eine eigene.</translation>
    </message>
</context>
<context>
    <name>LegacyCallModel</name>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>from the session file</source>
        <translation>aus der Sitzungsdatei</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>refused before it began</source>
        <translation>vor Beginn abgelehnt</translation>
    </message>
    <message>
        <source>its callback never runs</source>
        <translation>Callback läuft nie</translation>
    </message>
</context>
<context>
    <name>LegacyPanel</name>
    <message>
        <source>Calls of chrome.socket</source>
        <translation>Aufrufe von chrome.socket</translation>
    </message>
    <message>
        <source>Calls, {n} waiting</source>
        <translation>Aufrufe, {n} warten</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Sockets ({n})</source>
        <translation>Sockets ({n})</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>LegacySockets</name>
    <message>
        <source>Legacy sockets</source>
        <translation>Legacy-Sockets</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Made by another panel</source>
        <translation>Von einem anderen Panel erzeugt</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>lauscht</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>gebunden</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
</context>
<context>
    <name>ListenAddress</name>
    <message>
        <source>Addresses of this machine</source>
        <translation>Adressen dieses Rechners</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>Adresse zum Lauschen</translation>
    </message>
    <message>
        <source>127.0.0.1, 0.0.0.0, ::1</source>
        <translation>127.0.0.1, 0.0.0.0, ::1</translation>
    </message>
    <message>
        <source>Secure the connections of clients that come (setTls)</source>
        <translation>Die Verbindungen ankommender Clients sichern (setTls)</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Zertifikat…</translation>
    </message>
    <message>
        <source>Generate a certificate for tests, or choose files of your own; see what it says</source>
        <translation>Ein Zertifikat zum Testen erzeugen oder eigene Dateien wählen; ansehen, was darin steht</translation>
    </message>
    <message>
        <source>Name, persistent and backlog of the socket, and how clients are treated</source>
        <translation>Name, persistent und Backlog des Sockets, und der Umgang mit Clients</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Lauschen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>this machine only, IPv4</source>
        <translation>nur dieser Rechner, IPv4</translation>
    </message>
    <message>
        <source>this machine only, IPv6</source>
        <translation>nur dieser Rechner, IPv6</translation>
    </message>
    <message>
        <source>every IPv4 address</source>
        <translation>alle IPv4-Adressen</translation>
    </message>
    <message>
        <source>every address, IPv6 and IPv4</source>
        <translation>alle Adressen, IPv6 und IPv4</translation>
    </message>
    <message>
        <source>Accept connections again (Ctrl+P)</source>
        <translation>Wieder Verbindungen annehmen (Strg+P)</translation>
    </message>
    <message>
        <source>Accept no further connections; one that is on its way may still come (Ctrl+P)</source>
        <translation>Keine weiteren Verbindungen annehmen; eine, die unterwegs ist, kann noch kommen (Strg+P)</translation>
    </message>
    <message>
        <source>The address to listen on; Alt+↓ offers those of this machine</source>
        <translation>Die Adresse zum Lauschen; Alt+↓ bietet die dieses Rechners an</translation>
    </message>
    <message>
        <source>Stop first to change it (Shift+F5)</source>
        <translation>Zum Ändern zuerst stoppen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>In use: {title}, valid until {date}
SHA-256 {fingerprint}</source>
        <translation>In Gebrauch: {title}, gültig bis {date}
SHA-256 {fingerprint}</translation>
    </message>
    <message>
        <source>Listen for connections (F5); port 0 takes any free one</source>
        <translation>Auf Verbindungen lauschen (F5); Port 0 nimmt irgendeinen freien</translation>
    </message>
    <message>
        <source>Stop (Shift+F5)</source>
        <translation>Stopp (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Stop listening on {where} (Shift+F5); clients stay connected</source>
        <translation>Nicht mehr auf {where} lauschen (Umschalt+F5); Clients bleiben verbunden</translation>
    </message>
</context>
<context>
    <name>LocalAddress</name>
    <message>
        <source>Local address</source>
        <translation>Lokale Adresse</translation>
    </message>
    <message>
        <source>Addresses of this machine (↓)</source>
        <translation>Adressen dieses Rechners (↓)</translation>
    </message>
    <message>
        <source>all of this machine, IPv4</source>
        <translation>alle dieses Rechners, IPv4</translation>
    </message>
    <message>
        <source>all of this machine, IPv6 and IPv4</source>
        <translation>alle dieses Rechners, IPv6 und IPv4</translation>
    </message>
    <message>
        <source>%1, down</source>
        <translation>%1, inaktiv</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>Network adapters</source>
        <translation>Netzwerkadapter</translation>
    </message>
    <message>
        <source>SocketInfo</source>
        <translation>SocketInfo</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Panel</source>
        <translation>&amp;Panel</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>MessagePreview</name>
    <message>
        <source>The next message, variables filled in</source>
        <translation>Die nächste Nachricht mit eingesetzten Variablen</translation>
    </message>
    <message>
        <source>Next: {message}</source>
        <translation>Nächste: {message}</translation>
    </message>
</context>
<context>
    <name>MethodTexts</name>
    <message>
        <source>Make a socket, TCP or UDP. Its socketId goes into all other calls.</source>
        <translation>Erzeugt einen Socket, TCP oder UDP. Seine socketId geht in alle anderen Aufrufe.</translation>
    </message>
    <message>
        <source>Close the socket and forget it; it has no answer.</source>
        <translation>Schließt den Socket und vergisst ihn; es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>TCP: connect to a server. UDP: only set whom write sends to and read hears.</source>
        <translation>TCP: verbindet mit einem Server. UDP: legt nur fest, an wen write sendet und wen read hört.</translation>
    </message>
    <message>
        <source>UDP: take a local address and port, to receive there. Port 0 takes any.</source>
        <translation>UDP: belegt lokale Adresse und Port, um dort zu empfangen. Port 0 nimmt irgendeinen.</translation>
    </message>
    <message>
        <source>End the connection, or the listening; the socket stays.</source>
        <translation>Beendet die Verbindung oder das Lauschen; der Socket bleibt.</translation>
    </message>
    <message>
        <source>Wait for bytes of the connection, at most bufferSize of them. resultCode is their number; 0 says that the far side has ended.</source>
        <translation>Wartet auf Bytes der Verbindung, höchstens bufferSize. resultCode ist ihre Anzahl; 0 sagt, dass die Gegenseite beendet hat.</translation>
    </message>
    <message>
        <source>Send bytes to whom the socket is connected to.</source>
        <translation>Sendet Bytes dorthin, womit der Socket verbunden ist.</translation>
    </message>
    <message>
        <source>UDP: wait for one datagram from anybody; it comes with its sender.</source>
        <translation>UDP: wartet auf ein Datagramm von irgendwem; es kommt mit seinem Absender.</translation>
    </message>
    <message>
        <source>UDP: send one datagram to an address and port.</source>
        <translation>UDP: sendet ein Datagramm an Adresse und Port.</translation>
    </message>
    <message>
        <source>TCP: wait for connections at a local address and port; then call accept.</source>
        <translation>TCP: wartet auf Verbindungen an lokaler Adresse und Port; danach accept aufrufen.</translation>
    </message>
    <message>
        <source>Wait for the next connection to a listening socket; it comes as a socket of its own.</source>
        <translation>Wartet auf die nächste Verbindung zu einem lauschenden Socket; sie kommt als eigener Socket.</translation>
    </message>
    <message>
        <source>TCP: probe a silent connection after delay seconds, or stop doing so.</source>
        <translation>TCP: prüft eine stille Verbindung nach delay Sekunden, oder nicht mehr.</translation>
    </message>
    <message>
        <source>TCP: send small writes at once instead of collecting them (Nagle).</source>
        <translation>TCP: sendet kleine Stücke sofort, statt sie zu sammeln (Nagle).</translation>
    </message>
    <message>
        <source>Tell the socket&apos;s type, state and addresses.</source>
        <translation>Nennt Typ, Zustand und Adressen des Sockets.</translation>
    </message>
    <message>
        <source>List the addresses of this machine&apos;s network adapters.</source>
        <translation>Listet die Adressen der Netzwerkadapter dieses Rechners auf.</translation>
    </message>
    <message>
        <source>UDP: receive what is sent to a multicast group. Bind first.</source>
        <translation>UDP: empfängt, was an eine Multicast-Gruppe gesendet wird. Vorher binden.</translation>
    </message>
    <message>
        <source>UDP: receive no more of a multicast group.</source>
        <translation>UDP: empfängt nichts mehr von einer Multicast-Gruppe.</translation>
    </message>
    <message>
        <source>UDP: how many routers what is sent to groups may pass. Before bind.</source>
        <translation>UDP: wie viele Router an Gruppen Gesendetes passieren darf. Vor bind.</translation>
    </message>
    <message>
        <source>UDP: whether this machine hears what it sends to groups. Before bind.</source>
        <translation>UDP: ob dieser Rechner hört, was er an Gruppen sendet. Vor bind.</translation>
    </message>
    <message>
        <source>List the multicast groups that the socket has joined.</source>
        <translation>Listet die Multicast-Gruppen auf, denen der Socket beigetreten ist.</translation>
    </message>
    <message>
        <source>Begin TLS, as its client, on a connected TCP socket; before the first read.</source>
        <translation>Beginnt TLS, als dessen Client, auf einem verbundenen TCP-Socket; vor dem ersten read.</translation>
    </message>
    <message>
        <source>Which one depends on what the socket is for: client, server or UDP.</source>
        <translation>Welcher es ist, hängt davon ab, wofür der Socket dient: Client, Server oder UDP.</translation>
    </message>
    <message>
        <source>For UDP there is none: give address and port to each sockets.udp.send.</source>
        <translation>Für UDP gibt es keinen: Adresse und Port gehen an jedes sockets.udp.send.</translation>
    </message>
    <message>
        <source>There is no read: data comes by itself as an event. setPaused(socketId, true) holds it back.</source>
        <translation>Es gibt kein read: Daten kommen von selbst als Ereignis. setPaused(socketId, true) hält sie zurück.</translation>
    </message>
    <message>
        <source>There is no recvFrom: datagrams come by themselves as events.</source>
        <translation>Es gibt kein recvFrom: Datagramme kommen von selbst als Ereignisse.</translation>
    </message>
    <message>
        <source>The answer is {resultCode, bytesSent} instead of {bytesWritten}.</source>
        <translation>Die Antwort ist {resultCode, bytesSent} statt {bytesWritten}.</translation>
    </message>
    <message>
        <source>Bind first, if only to port 0. The answer is {resultCode, bytesSent}.</source>
        <translation>Vorher binden, und sei es an Port 0. Die Antwort ist {resultCode, bytesSent}.</translation>
    </message>
    <message>
        <source>There is no accept: connections come as events, with clientSocketId; that socket of sockets.tcp is paused until setPaused(clientSocketId, false).</source>
        <translation>Es gibt kein accept: Verbindungen kommen als Ereignisse mit clientSocketId; dieser Socket von sockets.tcp pausiert bis setPaused(clientSocketId, false).</translation>
    </message>
</context>
<context>
    <name>MirrorWindow</name>
    <message>
        <source>Mirror of {title}</source>
        <translation>Gegenseite von {title}</translation>
    </message>
    <message>
        <source>“{title}” has no other end to open here: it names no port yet, or is of a kind that has none.</source>
        <translation>„{title}“ hat keine Gegenseite, die sich hier öffnen ließe: Es nennt noch keinen Port, oder diese Art hat keine.</translation>
    </message>
</context>
<context>
    <name>MulticastGroups</name>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>GROUPS</source>
        <translation>GRUPPEN</translation>
    </message>
    <message>
        <source>Leave and forget: {groups}</source>
        <translation>Verlassen und vergessen: {groups}</translation>
    </message>
    <message>
        <source>Select groups in the list to leave them</source>
        <translation>Gruppen in der Liste wählen, um sie zu verlassen</translation>
    </message>
    <message>
        <source>the adapter that the system chose</source>
        <translation>der vom System gewählte Adapter</translation>
    </message>
    <message>
        <source>joined on %1</source>
        <translation>Beitritt auf %1</translation>
    </message>
    <message>
        <source>not joined; F5 joins on %1</source>
        <translation>kein Beitritt; F5 tritt auf %1 bei</translation>
    </message>
</context>
<context>
    <name>MulticastPanel</name>
    <message>
        <source>Why nothing arrives</source>
        <translation>Warum nichts ankommt</translation>
    </message>
</context>
<context>
    <name>MulticastStrip</name>
    <message>
        <source>loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>239.0.0.1, ff02::1</source>
        <translation>239.0.0.1, ff02::1</translation>
    </message>
    <message>
        <source>address of joinGroup: an IPv4 or IPv6 multicast group</source>
        <translation>address von joinGroup: eine IPv4- oder IPv6-Multicast-Gruppe</translation>
    </message>
    <message>
        <source>The adapter to join on, and to send from</source>
        <translation>Der Adapter zum Beitreten und zum Senden</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Time to live</translation>
    </message>
    <message>
        <source>setMulticastTimeToLive: 0 stays on this machine, 1 on the local network</source>
        <translation>setMulticastTimeToLive: 0 bleibt auf diesem Rechner, 1 im lokalen Netz</translation>
    </message>
    <message>
        <source>setMulticastLoopbackMode: this machine hears what it sends to groups</source>
        <translation>setMulticastLoopbackMode: Dieser Rechner hört, was er an Gruppen sendet</translation>
    </message>
    <message>
        <source>Well-known groups</source>
        <translation>Bekannte Gruppen</translation>
    </message>
    <message>
        <source>Name, persistent, bufferSize, the kernel&apos;s buffer and shared port</source>
        <translation>Name, persistent, bufferSize, Kernelpuffer und geteilter Port</translation>
    </message>
    <message>
        <source>Leave all groups and free the port; the groups stay listed (Shift+F5)</source>
        <translation>Alle Gruppen verlassen und den Port freigeben; die Gruppen bleiben in der Liste (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>on</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Join this group on this adapter (F5 joins all in the list)</source>
        <translation>Dieser Gruppe auf diesem Adapter beitreten (F5 tritt allen der Liste bei)</translation>
    </message>
    <message>
        <source>Stop receiving; the kernel keeps what it has room for (Ctrl+P)</source>
        <translation>Nicht mehr empfangen; der Kernel hebt auf, wofür er Platz hat (Strg+P)</translation>
    </message>
</context>
<context>
    <name>MulticastTexts</name>
    <message>
        <source>Receiving: {count} datagrams so far.</source>
        <translation>Es kommt an; Datagramme bisher: {count}.</translation>
    </message>
    <message>
        <source>Nothing arrives, for nothing is joined yet. Join binds the port as well.</source>
        <translation>Nichts kommt an, denn noch gibt es keinen Beitritt. „Beitreten“ bindet auch den Port.</translation>
    </message>
    <message>
        <source>Receiving is paused. Resume it (Ctrl+P).</source>
        <translation>Der Empfang ist pausiert. Setzen Sie ihn fort (Strg+P).</translation>
    </message>
    <message>
        <source>{group} is not joined here, so nothing arrives that is sent to it.</source>
        <translation>{group}: kein Beitritt hier; was dorthin gesendet wird, kommt nicht an.</translation>
    </message>
    <message>
        <source>What is sent to port {port} does not arrive: this panel is bound to port {bound}.</source>
        <translation>Was an Port {port} gesendet wird, kommt nicht an: Dieses Panel ist an Port {bound} gebunden.</translation>
    </message>
    <message>
        <source>No adapter of this machine is up and able to multicast. Check cable, Wi-Fi or VPN.</source>
        <translation>Kein Adapter dieses Rechners ist aktiv und multicastfähig. Prüfen Sie Kabel, WLAN oder VPN.</translation>
    </message>
    <message>
        <source>{group} is joined on {adapter}, which this machine no longer has.</source>
        <translation>{group}: Beitritt auf {adapter}, den dieser Rechner nicht mehr hat.</translation>
    </message>
    <message>
        <source>{group} is joined on {adapter}, which is down. Check cable or Wi-Fi, or join on another.</source>
        <translation>{group}: Beitritt auf {adapter}, der inaktiv ist. Prüfen Sie Kabel oder WLAN, oder treten Sie auf einem anderen bei.</translation>
    </message>
    <message>
        <source>{group} is joined on {adapter}, which does not do multicast. Join on another adapter.</source>
        <translation>{group}: Beitritt auf {adapter}, der kein Multicast beherrscht. Treten Sie auf einem anderen Adapter bei.</translation>
    </message>
    <message>
        <source>{group} is joined on {adapter}, which has no {family} address.</source>
        <translation>{group}: Beitritt auf {adapter}, der keine {family}-Adresse hat.</translation>
    </message>
    <message>
        <source>{group} is joined on {adapter}, but what this panel sends leaves by {sender}.</source>
        <translation>{group}: Beitritt auf {adapter}, aber was dieses Panel sendet, geht über {sender} hinaus.</translation>
    </message>
    <message>
        <source>TTL is 0: what is sent does not leave this machine. 1 reaches the local network.</source>
        <translation>TTL ist 0: Gesendetes verlässt diesen Rechner nicht. 1 erreicht das lokale Netz.</translation>
    </message>
    <message>
        <source>Loopback is off: this machine does not hear what it sends itself.</source>
        <translation>Loopback ist aus: Dieser Rechner hört nicht, was er selbst sendet.</translation>
    </message>
    <message>
        <source>{group} is joined on the adapter that the system chose, and there are several. If senders are on another network, leave it and join on that adapter.</source>
        <translation>{group}: Beitritt auf dem vom System gewählten Adapter, und es gibt mehrere. Sind die Sender in einem anderen Netz, verlassen Sie die Gruppe und treten Sie auf jenem Adapter bei.</translation>
    </message>
    <message>
        <source>All is set here. If somebody does send: a firewall may hold back UDP port {port}, a router needs a TTL above 1, and some Wi-Fi networks do not pass multicast on.</source>
        <translation>Hier ist alles eingestellt. Falls jemand sendet: Eine Firewall kann UDP-Port {port} zurückhalten, ein Router braucht eine TTL über 1, und manche WLANs leiten Multicast nicht weiter.</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>Die Gruppe</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss notice</source>
        <translation>Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
</context>
<context>
    <name>OptionTabs</name>
    <message>
        <source>Groups of options</source>
        <translation>Gruppen von Optionen</translation>
    </message>
</context>
<context>
    <name>OptionsButton</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing fits. Fewer letters find more.</source>
        <translation>Nichts passt. Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Find a command, a panel or a setting</source>
        <translation>Befehl, Panel oder Einstellung suchen</translation>
    </message>
</context>
<context>
    <name>PaletteWindow</name>
    <message>
        <source>Select socket {socket}</source>
        <translation>Socket {socket} auswählen</translation>
    </message>
    <message>
        <source>Go to panel {title}</source>
        <translation>Zum Panel {title}</translation>
    </message>
</context>
<context>
    <name>PanelKinds</name>
    <message>
        <source>New &amp;TCP client</source>
        <translation>Neuer &amp;TCP-Client</translation>
    </message>
    <message>
        <source>TCP client</source>
        <translation>TCP-Client</translation>
    </message>
    <message>
        <source>Open a panel that connects to a TCP server</source>
        <translation>Ein Panel öffnen, das mit einem TCP-Server verbindet</translation>
    </message>
    <message>
        <source>New TCP &amp;server</source>
        <translation>Neuer TCP-&amp;Server</translation>
    </message>
    <message>
        <source>TCP server</source>
        <translation>TCP-Server</translation>
    </message>
    <message>
        <source>Open a panel that listens for TCP clients</source>
        <translation>Ein Panel öffnen, das auf TCP-Clients lauscht</translation>
    </message>
    <message>
        <source>New &amp;UDP panel</source>
        <translation>Neues &amp;UDP-Panel</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Open a panel that sends and receives datagrams</source>
        <translation>Ein Panel öffnen, das Datagramme sendet und empfängt</translation>
    </message>
    <message>
        <source>New &amp;multicast panel</source>
        <translation>Neues &amp;Multicast-Panel</translation>
    </message>
    <message>
        <source>Multicast</source>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>Open a panel that joins multicast groups</source>
        <translation>Ein Panel öffnen, das Multicast-Gruppen beitritt</translation>
    </message>
    <message>
        <source>New scr&amp;ipt</source>
        <translation>Neues S&amp;kript</translation>
    </message>
    <message>
        <source>New le&amp;gacy panel</source>
        <translation>Neues &amp;Legacy-Panel</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Open a panel that runs JavaScript or a Chrome App on chrome.sockets</source>
        <translation>Ein Panel öffnen, das JavaScript oder eine Chrome-App auf chrome.sockets ausführt</translation>
    </message>
    <message>
        <source>Legacy</source>
        <translation>Legacy</translation>
    </message>
    <message>
        <source>Open a panel for the calls of chrome.socket, to port old apps</source>
        <translation>Ein Panel für die Aufrufe von chrome.socket öffnen, um alte Apps zu portieren</translation>
    </message>
</context>
<context>
    <name>PanelTabs</name>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>Close {title}</source>
        <translation>{title} schließen</translation>
    </message>
    <message>
        <source>Close this panel and its socket (Ctrl+W)</source>
        <translation>Dieses Panel und seinen Socket schließen (Strg+W)</translation>
    </message>
</context>
<context>
    <name>ParseTexts</name>
    <message>
        <source>A backslash stands alone; write \\ for one.</source>
        <translation>Ein Backslash steht allein; schreiben Sie \\ für einen.</translation>
    </message>
    <message>
        <source>There is no escape \{found}; known are \r \n \t \0 \xNN \uNNNN \\ \$.</source>
        <translation>Das Escape \{found} gibt es nicht; bekannt sind \r \n \t \0 \xNN \uNNNN \\ \$.</translation>
    </message>
    <message>
        <source>{found} lacks digits: \x takes two, \u takes four.</source>
        <translation>{found} fehlen Ziffern: \x braucht zwei, \u braucht vier.</translation>
    </message>
    <message>
        <source>{found} is half of a character; the other half must stand beside it.</source>
        <translation>{found} ist ein halbes Zeichen; die andere Hälfte muss daneben stehen.</translation>
    </message>
    <message>
        <source>“{found}” is no hex digit.</source>
        <translation>„{found}“ ist keine Hexziffer.</translation>
    </message>
    <message>
        <source>The digit {found} has no partner; a byte has two.</source>
        <translation>Der Ziffer {found} fehlt ein Partner; ein Byte hat zwei.</translation>
    </message>
    <message>
        <source>No digits follow {found}.</source>
        <translation>Auf {found} folgen keine Ziffern.</translation>
    </message>
    <message>
        <source>“{found}” does not occur in base64.</source>
        <translation>„{found}“ kommt in Base64 nicht vor.</translation>
    </message>
    <message>
        <source>“{found}” cannot stand here; base64 ends at its padding.</source>
        <translation>„{found}“ kann hier nicht stehen; Base64 endet mit dem Padding.</translation>
    </message>
    <message>
        <source>The base64 ends within a group of four characters.</source>
        <translation>Das Base64 endet innerhalb einer Gruppe von vier Zeichen.</translation>
    </message>
    <message>
        <source>The variable lacks its closing }; write {expected}, or \${ for the text.</source>
        <translation>Der Variablen fehlt die schließende }; schreiben Sie {expected}, oder \${ für den Text.</translation>
    </message>
    <message>
        <source>There is no variable “{found}”; expected {expected}, or \${ for the text.</source>
        <translation>Die Variable „{found}“ gibt es nicht; erwartet: {expected}, oder \${ für den Text.</translation>
    </message>
    <message>
        <source>Here belongs: {expected}.</source>
        <translation>Hierher gehört: {expected}.</translation>
    </message>
    <message>
        <source>“{found}” does not fit: {expected}.</source>
        <translation>„{found}“ passt nicht: {expected}.</translation>
    </message>
    <message>
        <source>There is no CRC “{found}”; expected {expected} or another of the catalogue.</source>
        <translation>Die CRC „{found}“ gibt es nicht; erwartet: {expected} oder eine andere des Katalogs.</translation>
    </message>
    <message>
        <source>Base64 has no variables; text and hex have.</source>
        <translation>Base64 hat keine Variablen; Text und Hex haben sie.</translation>
    </message>
    <message>
        <source>The message is too long for variables such as {found}.</source>
        <translation>Die Nachricht ist zu lang für Variablen wie {found}.</translation>
    </message>
</context>
<context>
    <name>PauseButton</name>
    <message>
        <source>Receive again (Ctrl+P)</source>
        <translation>Wieder empfangen (Strg+P)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>PeerList</name>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Click a peer to see its datagrams alone and to answer it; Ctrl adds another</source>
        <translation>Klicken Sie eine Gegenstelle an, um nur ihre Datagramme zu sehen und ihr zu antworten; Strg nimmt eine weitere hinzu</translation>
    </message>
</context>
<context>
    <name>PortSpin</name>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>A port is a whole number from %1 to %2.</source>
        <translation>Ein Port ist eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>“%1” is no port.</source>
        <translation>„%1“ ist kein Port.</translation>
    </message>
    <message>
        <source>The port, %1 to 65535; ↑ and ↓ count.</source>
        <translation>Der Port, %1 bis 65535; ↑ und ↓ zählen.</translation>
    </message>
</context>
<context>
    <name>PresetButton</name>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Keep what is composed under a name, and send it by a key</source>
        <translation>Das Verfasste unter einem Namen aufheben und mit einer Taste senden</translation>
    </message>
    <message>
        <source>{key} means “{command}” in this window</source>
        <translation>{key} bedeutet „{command}“ in diesem Fenster</translation>
    </message>
    <message>
        <source>{key} means something else in this window</source>
        <translation>{key} bedeutet etwas anderes in diesem Fenster</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>Noch keine Vorlagen</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Als Vorlage speichern…</translation>
    </message>
    <message>
        <source>Edit presets…</source>
        <translation>Vorlagen bearbeiten…</translation>
    </message>
    <message>
        <source>Assign key</source>
        <translation>Taste zuweisen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name; a preset of the same name is replaced</source>
        <translation>Name; eine Vorlage dieses Namens wird ersetzt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>PresetDialog</name>
    <message>
        <source>Edit presets</source>
        <translation>Vorlagen bearbeiten</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Key that sends the preset</source>
        <translation>Taste, die die Vorlage sendet</translation>
    </message>
    <message>
        <source>Sent by &amp;key</source>
        <translation>&amp;Taste zum Senden</translation>
    </message>
    <message>
        <source>&amp;Show in composer</source>
        <translation>Im Sendefeld &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Take from composer</source>
        <translation>Aus &amp;Sendefeld übernehmen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already</source>
        <translation>Eine Vorlage „{name}“ gibt es schon</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Geben Sie einen Namen ein</translation>
    </message>
</context>
<context>
    <name>ReconnectOptions</name>
    <message>
        <source>reconnect</source>
        <translation>neu verbinden</translation>
    </message>
    <message>
        <source>Reconnect by itself</source>
        <translation>Von selbst neu verbinden</translation>
    </message>
    <message>
        <source>Connect again by itself, with growing pauses, until you disconnect</source>
        <translation>Von selbst neu verbinden, mit wachsenden Pausen, bis Sie trennen</translation>
    </message>
    <message>
        <source>Reconnect after what</source>
        <translation>Neu verbinden wonach</translation>
    </message>
    <message>
        <source>What makes it try again</source>
        <translation>Was einen neuen Versuch auslöst</translation>
    </message>
    <message>
        <source>when a connection ends</source>
        <translation>wenn eine Verbindung endet</translation>
    </message>
    <message>
        <source>when connecting fails</source>
        <translation>wenn das Verbinden scheitert</translation>
    </message>
    <message>
        <source>when it ends or fails</source>
        <translation>wenn sie endet oder scheitert</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Erste Pause</translation>
    </message>
    <message>
        <source>Pause before the first attempt; each further one is twice as long</source>
        <translation>Pause vor dem ersten Versuch; jede weitere ist doppelt so lang</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>No pause is longer than this</source>
        <translation>Keine Pause ist länger als diese</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Attempts at most</source>
        <translation>Höchstzahl der Versuche</translation>
    </message>
    <message>
        <source>Attempts in a row at most</source>
        <translation>Höchstzahl der Versuche in Folge</translation>
    </message>
    <message>
        <source>without limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
</context>
<context>
    <name>RecordingWindow</name>
    <message>
        <source>The capture was saved as {path}</source>
        <translation>Der Mitschnitt wurde als {path} gespeichert</translation>
    </message>
    <message>
        <source>Save capture</source>
        <translation>Mitschnitt speichern</translation>
    </message>
    <message>
        <source>Captures (*.swcap)</source>
        <translation>Mitschnitte (*.swcap)</translation>
    </message>
    <message>
        <source>○ Not recording  {rows} rows not kept</source>
        <translation>○ Keine Aufzeichnung  fehlende Zeilen: {rows}</translation>
    </message>
    <message>
        <source>⚠ Recording stands still</source>
        <translation>⚠ Aufzeichnung ruht</translation>
    </message>
    <message>
        <source>● Recording  {events} events  {size}</source>
        <translation>● Aufzeichnung  {events} Ereignisse  {size}</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Wieder aufzeichnen</translation>
    </message>
    <message>
        <source>Nothing is recorded: conversations and the log miss what happens now.</source>
        <translation>Nichts wird aufgezeichnet: Verläufen und Protokoll fehlt, was jetzt geschieht.</translation>
    </message>
    <message>
        <source>Go on without recording</source>
        <translation>Ohne Aufzeichnung weiter</translation>
    </message>
</context>
<context>
    <name>RecoveryWindow</name>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The program ended unexpectedly at {time}. Its recording is still there: {events} events, {size}.</source>
        <translation>Das Programm endete unerwartet um {time}. Seine Aufzeichnung ist noch da ({events} Ereignisse, {size}).</translation>
    </message>
</context>
<context>
    <name>RenamableTabBar</name>
    <message>
        <source>Panel title</source>
        <translation>Titel des Panels</translation>
    </message>
</context>
<context>
    <name>RepeatControls</name>
    <message>
        <source>until stopped</source>
        <translation>bis Stopp</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>How often Repeat sends it; 0: until it is stopped</source>
        <translation>Wie oft „Wiederholen“ sendet; 0: bis Stopp</translation>
    </message>
    <message>
        <source>every </source>
        <translation>alle </translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>From the start of one send to that of the next; 0: as fast as they are taken</source>
        <translation>Vom Beginn eines Sendens bis zu dem des nächsten; 0: so schnell es geht</translation>
    </message>
    <message>
        <source>How often to repeat; 0 is until stopped</source>
        <translation>Wie oft wiederholt wird; 0 heißt bis Stopp</translation>
    </message>
    <message>
        <source>Milliseconds from send to send</source>
        <translation>Millisekunden von Senden zu Senden</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>How far the repeat is</source>
        <translation>Wie weit die Wiederholung ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Send no more</source>
        <translation>Nicht weiter senden</translation>
    </message>
    <message>
        <source>Send what stands here again and again; variables are filled in each time</source>
        <translation>Was hier steht, immer wieder senden; Variablen werden jedes Mal eingesetzt</translation>
    </message>
    <message>
        <source>sent {sent}</source>
        <translation>{sent} gesendet</translation>
    </message>
    <message>
        <source>stopping after {sent}</source>
        <translation>stoppt nach {sent}</translation>
    </message>
    <message>
        <source>stopped after {sent}</source>
        <translation>gestoppt nach {sent}</translation>
    </message>
    <message>
        <source>sending failed after {sent}</source>
        <translation>Senden fehlgeschlagen nach {sent}</translation>
    </message>
    <message>
        <source>all {sent} sent</source>
        <translation>alle {sent} gesendet</translation>
    </message>
    <message>
        <source>{sent} of {count}</source>
        <translation>{sent} von {count}</translation>
    </message>
    <message>
        <source>{text}, interval not kept</source>
        <translation>{text}, Abstand nicht eingehalten</translation>
    </message>
</context>
<context>
    <name>ReplyForm</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>stay connected</source>
        <translation>verbunden bleiben</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What is sent: escapes \r \n \xNN, variables such as ${counter}, ${timestamp} or ${crc:CRC-32}; ${0} is all that matched, $1 the first group</source>
        <translation>Was gesendet wird: Escapes \r \n \xNN, Variablen wie ${counter}, ${timestamp} oder ${crc:CRC-32}; ${0} ist alles Passende, $1 die erste Gruppe</translation>
    </message>
    <message>
        <source>Format of the reply</source>
        <translation>Format der Antwort</translation>
    </message>
    <message>
        <source>How the reply is written</source>
        <translation>Wie die Antwort geschrieben ist</translation>
    </message>
    <message>
        <source>Delay before the reply</source>
        <translation>Verzögerung der Antwort</translation>
    </message>
    <message>
        <source>How long to wait before it; later replies to the same client wait as well</source>
        <translation>Wie lange davor gewartet wird; spätere Antworten an denselben Client warten mit</translation>
    </message>
    <message>
        <source>After the reply</source>
        <translation>Nach der Antwort</translation>
    </message>
    <message>
        <source>What becomes of the connection afterwards</source>
        <translation>Was danach aus der Verbindung wird</translation>
    </message>
    <message>
        <source>Bytes per piece</source>
        <translation>Bytes je Stück</translation>
    </message>
    <message>
        <source>Send the reply in pieces of so many bytes</source>
        <translation>Die Antwort in Stücken von so vielen Bytes senden</translation>
    </message>
    <message>
        <source>Pause between pieces</source>
        <translation>Pause zwischen den Stücken</translation>
    </message>
    <message>
        <source>How long to wait between the pieces</source>
        <translation>Wie lange zwischen den Stücken gewartet wird</translation>
    </message>
    <message>
        <source>HTTP/1.1 200 OK\r\n\r\n</source>
        <translation>HTTP/1.1 200 OK\r\n\r\n</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>in one piece</source>
        <translation>am Stück</translation>
    </message>
    <message>
        <source>no pause</source>
        <translation>ohne Pause</translation>
    </message>
    <message>
        <source>Reply as</source>
        <translation>Antwort als</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>in pieces of</source>
        <translation>in Stücken zu</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>then</source>
        <translation>danach</translation>
    </message>
</context>
<context>
    <name>ResponderBar</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Respond with</source>
        <translation>Antworten mit</translation>
    </message>
    <message>
        <source>What clients are answered by itself</source>
        <translation>Was Clients von selbst geantwortet wird</translation>
    </message>
    <message>
        <source>Edit the responder</source>
        <translation>Den Responder bearbeiten</translation>
    </message>
    <message>
        <source>The fixed reply, the rules and how often they matched</source>
        <translation>Die feste Antwort, die Regeln und wie oft sie passten</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Edit… ({n} marked)</source>
        <translation>Bearbeiten… ({n} markiert)</translation>
    </message>
    <message>
        <source>Edit… ({n} hits)</source>
        <translation>Bearbeiten… ({n} Treffer)</translation>
    </message>
</context>
<context>
    <name>ResponderDialog</name>
    <message>
        <source>Responder of “{title}”</source>
        <translation>Responder von „{title}“</translation>
    </message>
</context>
<context>
    <name>ResponderEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>answered by</source>
        <translation>beantwortet von</translation>
    </message>
    <message>
        <source>one answer per</source>
        <translation>eine Antwort je</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>the first rule that matches</source>
        <translation>der ersten passenden Regel</translation>
    </message>
    <message>
        <source>every rule that matches</source>
        <translation>jeder passenden Regel</translation>
    </message>
    <message>
        <source>Respond with</source>
        <translation>Antworten mit</translation>
    </message>
    <message>
        <source>What clients are answered by itself</source>
        <translation>Was Clients von selbst geantwortet wird</translation>
    </message>
    <message>
        <source>One answer per</source>
        <translation>Eine Antwort je</translation>
    </message>
    <message>
        <source>read: the bytes of one onReceive as they came, at most bufferSize of them; TCP may cut or join what a client sent. line: what stands before a line feed, without it and a carriage return; 64 KiB without one count as a line</source>
        <translation>Empfang: die Bytes eines onReceive, wie sie kamen, höchstens bufferSize; TCP kann trennen oder verbinden, was ein Client sandte. Zeile: was vor einem Zeilenvorschub steht, ohne ihn und ohne Wagenrücklauf; 64 KiB ohne einen zählen als Zeile</translation>
    </message>
    <message>
        <source>Which rules answer</source>
        <translation>Welche Regeln antworten</translation>
    </message>
    <message>
        <source>Rules are asked from top to bottom</source>
        <translation>Regeln werden von oben nach unten befragt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>A rule without its mark is off</source>
        <translation>Eine Regel ohne Häkchen ist aus</translation>
    </message>
    <message>
        <source>Add a rule: what a client sends is compared with its pattern.</source>
        <translation>Fügen Sie eine Regel hinzu: Was ein Client sendet, wird mit ihrem Muster verglichen.</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>rule {n}</source>
        <translation>Regel {n}</translation>
    </message>
</context>
<context>
    <name>ResponderTexts</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>discard</source>
        <translation>verwerfen</translation>
    </message>
    <message>
        <source>fixed reply</source>
        <translation>feste Antwort</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Clients are answered by nobody but you: choose one and send.</source>
        <translation>Nur Sie antworten den Clients: Wählen Sie einen und senden Sie.</translation>
    </message>
    <message>
        <source>Every byte goes back as it came (RFC 862). What waits goes back in one send, of 128 KiB at most; a client that does not read its echo is not read from either.</source>
        <translation>Jedes Byte geht zurück, wie es kam (RFC 862). Wartendes geht in einem Senden zurück, höchstens 128 KiB; von einem Client, der sein Echo nicht liest, wird auch nicht gelesen.</translation>
    </message>
    <message>
        <source>Everything is read and nothing is answered (RFC 863).</source>
        <translation>Alles wird gelesen und nichts beantwortet (RFC 863).</translation>
    </message>
</context>
<context>
    <name>RetryBar</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Do not wait (F5)</source>
        <translation>Nicht warten (F5)</translation>
    </message>
    <message>
        <source>Make no further attempt (Shift+F5)</source>
        <translation>Keinen weiteren Versuch machen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Next attempt in {seconds} s (number {number})</source>
        <translation>Nächster Versuch in {seconds} s (Nummer {number})</translation>
    </message>
    <message>
        <source>Next attempt in {seconds} s (number {number} of {most})</source>
        <translation>Nächster Versuch in {seconds} s (Nummer {number} von {most})</translation>
    </message>
</context>
<context>
    <name>RowTexts</name>
    <message>
        <source>({lost} of {size} bytes are lost)</source>
        <translation>({lost} von {size} Bytes sind verloren)</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>{hits} hits</source>
        <translation>{hits} Treffer</translation>
    </message>
    <message>
        <source>off; {hits} hits</source>
        <translation>aus; {hits} Treffer</translation>
    </message>
    <message>
        <source>not asked: see what is marked</source>
        <translation>nicht befragt: siehe Markierung</translation>
    </message>
    <message>
        <source>stopped: the expression took longer than 0.25 s over {size}; {hits} hits</source>
        <translation>gestoppt: Der Ausdruck brauchte über {size} länger als 0,25 s; {hits} Treffer</translation>
    </message>
    <message>
        <source>contains text</source>
        <translation>Text enthält</translation>
    </message>
    <message>
        <source>starts with text</source>
        <translation>mit Text beginnt</translation>
    </message>
    <message>
        <source>is exactly text</source>
        <translation>genau Text ist</translation>
    </message>
    <message>
        <source>contains hex</source>
        <translation>Hex enthält</translation>
    </message>
    <message>
        <source>starts with hex</source>
        <translation>mit Hex beginnt</translation>
    </message>
    <message>
        <source>is exactly hex</source>
        <translation>genau Hex ist</translation>
    </message>
    <message>
        <source>matches regular expression</source>
        <translation>auf Regex passt</translation>
    </message>
    <message>
        <source>is anything</source>
        <translation>irgendetwas ist</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>For your own use; a rule without one is called by its number</source>
        <translation>Zu Ihrer freien Verwendung; eine Regel ohne Namen heißt nach ihrer Nummer</translation>
    </message>
    <message>
        <source>How the rule matches</source>
        <translation>Wie die Regel vergleicht</translation>
    </message>
    <message>
        <source>How what a client sent is compared with the pattern</source>
        <translation>Wie mit dem Muster verglichen wird, was ein Client sandte</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Text with escapes \r \n \xNN, hex, or a regular expression over bytes; its groups are $1, $2 … in the reply</source>
        <translation>Text mit Escapes \r \n \xNN, Hex oder ein regulärer Ausdruck über Bytes; seine Gruppen sind $1, $2 … in der Antwort</translation>
    </message>
    <message>
        <source>If it</source>
        <translation>Wenn es</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>There is nothing to look for.</source>
        <translation>Es gibt nichts zu suchen.</translation>
    </message>
    <message>
        <source>Character {place}: {problem}</source>
        <translation>Zeichen {place}: {problem}</translation>
    </message>
</context>
<context>
    <name>ScriptAppBar</name>
    <message>
        <source>✓ manifest valid</source>
        <translation>✓ Manifest gültig</translation>
    </message>
    <message>
        <source>✕ manifest refused</source>
        <translation>✕ Manifest abgelehnt</translation>
    </message>
    <message>
        <source>{name}: not there</source>
        <translation>{name}: nicht vorhanden</translation>
    </message>
    <message>
        <source>nothing allowed</source>
        <translation>nichts erlaubt</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendieren</translation>
    </message>
    <message>
        <source>End the background page after onSuspend; persistent sockets stay open</source>
        <translation>Die Hintergrundseite nach onSuspend beenden; persistente Sockets bleiben offen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Begin a new background page; it finds the persistent sockets</source>
        <translation>Eine neue Hintergrundseite beginnen; sie findet die persistenten Sockets vor</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Close all sockets and start afresh with what the files hold now</source>
        <translation>Alle Sockets schließen und mit dem jetzigen Inhalt der Dateien neu beginnen</translation>
    </message>
    <message>
        <source>Close app</source>
        <translation>App schließen</translation>
    </message>
    <message>
        <source>End the app and return to the script</source>
        <translation>Die App beenden und zum Skript zurückkehren</translation>
    </message>
</context>
<context>
    <name>ScriptBar</name>
    <message>
        <source>TCP echo client</source>
        <translation>TCP-Echo-Client</translation>
    </message>
    <message>
        <source>TCP server</source>
        <translation>TCP-Server</translation>
    </message>
    <message>
        <source>UDP echo</source>
        <translation>UDP-Echo</translation>
    </message>
    <message>
        <source>Multicast</source>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>mDNS browser</source>
        <translation>mDNS-Browser</translation>
    </message>
    <message>
        <source>HTTP server on tcpServer</source>
        <translation>HTTP-Server auf tcpServer</translation>
    </message>
    <message>
        <source>Network interfaces</source>
        <translation>Netzwerkschnittstellen</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch nicht gelaufen</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendiert</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Save*</source>
        <translation>Speichern*</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the text that is shown as a file of its own</source>
        <translation>Den gezeigten Text als eigene Datei speichern</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>busy: it does not answer</source>
        <translation>beschäftigt: es antwortet nicht</translation>
    </message>
    <message>
        <source>1 socket</source>
        <translation>1 Socket</translation>
    </message>
    <message>
        <source>{n} sockets</source>
        <translation>{n} Sockets</translation>
    </message>
    <message>
        <source>Run it, ending what ran before (F5)</source>
        <translation>Starten; was vorher lief, endet (F5)</translation>
    </message>
    <message>
        <source>End it and close its sockets (Shift+F5)</source>
        <translation>Beenden und die Sockets schließen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Open a script or an app&apos;s folder</source>
        <translation>Ein Skript oder den Ordner einer App öffnen</translation>
    </message>
    <message>
        <source>Save the text as a file of its own</source>
        <translation>Den Text als eigene Datei speichern</translation>
    </message>
    <message>
        <source>Put an example into the editor</source>
        <translation>Ein Beispiel in den Editor laden</translation>
    </message>
    <message>
        <source>The calls of today, and what differs</source>
        <translation>Die heutigen Aufrufe, und was abweicht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>as Chromium</source>
        <translation>wie Chromium</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>wie dokumentiert</translation>
    </message>
    <message>
        <source>Where Chromium contradicts its documentation: which of the two. See Help.</source>
        <translation>Wo Chromium seiner Dokumentation widerspricht: wonach es hier geht. Siehe Hilfe.</translation>
    </message>
    <message>
        <source>Script…</source>
        <translation>Skript…</translation>
    </message>
    <message>
        <source>App folder…</source>
        <translation>App-Ordner…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
</context>
<context>
    <name>ScriptConsole</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… {count} weitere</translation>
    </message>
    <message>
        <source>… {count} more bytes</source>
        <translation>… {count} weitere Bytes</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Expression to evaluate in the script, await included</source>
        <translation>Ausdruck, der im Skript ausgewertet wird, auch mit await</translation>
    </message>
    <message>
        <source>Run the script to evaluate expressions in it</source>
        <translation>Starten Sie das Skript, um darin Ausdrücke auszuwerten</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Without debug</source>
        <translation>Ohne debug</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Levels shown</source>
        <translation>Gezeigte Stufen</translation>
    </message>
    <message>
        <source>Filter the console</source>
        <translation>Konsole filtern</translation>
    </message>
    <message>
        <source>Keep the newest line in sight (End)</source>
        <translation>Die neueste Zeile im Blick behalten (Ende)</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Die gewählten oder alle gezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Clear the console</source>
        <translation>Konsole leeren</translation>
    </message>
    <message>
        <source>{total} lines</source>
        <translation>Zeilen: {total}</translation>
    </message>
    <message>
        <source>{shown} of {total} lines</source>
        <translation>{shown} von {total} Zeilen</translation>
    </message>
    <message>
        <source>{count} older lines made room for newer ones and are not kept.</source>
        <translation>{count} ältere Zeilen haben neueren Platz gemacht und sind nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>ScriptConsoleTable</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Go to the place in the script</source>
        <translation>Zur Stelle im Skript</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Tab indents; F6 leaves the editor</source>
        <translation>Tab rückt ein; F6 verlässt den Editor</translation>
    </message>
    <message>
        <source>JavaScript on chrome.sockets. Type it, open a file, or choose an example.</source>
        <translation>JavaScript auf chrome.sockets. Schreiben Sie es, öffnen Sie eine Datei, oder wählen Sie ein Beispiel.</translation>
    </message>
</context>
<context>
    <name>ScriptFileList</name>
    <message>
        <source>Files of the app</source>
        <translation>Dateien der App</translation>
    </message>
    <message>
        <source>The manifest</source>
        <translation>Das Manifest</translation>
    </message>
    <message>
        <source>A background script; they are run in this order</source>
        <translation>Ein Hintergrundskript; sie laufen in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Not run by itself</source>
        <translation>Läuft nicht von selbst</translation>
    </message>
</context>
<context>
    <name>ScriptFindBar</name>
    <message>
        <source>Capitals count</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3, Enter)</source>
        <translation>Nächster Treffer (F3, Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Find in the script</source>
        <translation>Im Skript suchen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line to go to</source>
        <translation>Zeile, zu der es geht</translation>
    </message>
    <message>
        <source>Go to line (Ctrl+G)</source>
        <translation>Gehe zu Zeile (Strg+G)</translation>
    </message>
    <message>
        <source>{hits} hits</source>
        <translation>{hits} Treffer</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>keine Treffer</translation>
    </message>
</context>
<context>
    <name>ScriptHelp</name>
    <message>
        <source>Scripts</source>
        <translation>Skripte</translation>
    </message>
    <message>
        <source>Help for scripts</source>
        <translation>Hilfe zu Skripten</translation>
    </message>
    <message>
        <source>Early guides</source>
        <translation>Frühe Anleitungen</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>as Chromium</source>
        <translation>wie Chromium</translation>
    </message>
    <message>
        <source>as documented</source>
        <translation>wie dokumentiert</translation>
    </message>
    <message>
        <source>Calls of today</source>
        <translation>Heutige Aufrufe</translation>
    </message>
    <message>
        <source>As Chromium, or as documented</source>
        <translation>Wie Chromium oder wie dokumentiert</translation>
    </message>
    <message>
        <source>A script has chrome.sockets.tcp, tcpServer and udp, chrome.socket, chrome.system.network, chrome.runtime and chrome.storage.local as a Chrome App&apos;s background page has them, with console, timers, Blob, FileReader, TextEncoder, URL and crypto.getRandomValues. Methods whose callback may be left out, such as create and close, give a promise without one; the others need their callback, as in Chromium.</source>
        <translation>Ein Skript hat chrome.sockets.tcp, tcpServer und udp, chrome.socket, chrome.system.network, chrome.runtime und chrome.storage.local wie die Hintergrundseite einer Chrome-App, dazu console, Timer, Blob, FileReader, TextEncoder, URL und crypto.getRandomValues. Methoden, deren Callback fehlen darf, etwa create und close, geben ohne ihn ein Promise; die anderen brauchen ihren Callback, wie in Chromium.</translation>
    </message>
    <message>
        <source>F5 runs, Shift+F5 ends. Ctrl+F finds, Ctrl+G goes to a line, Ctrl+/ comments lines out, Ctrl+D repeats a line. In the console Enter goes to the place of an error and unfolds objects; below it expressions are evaluated in the script, with await.</source>
        <translation>F5 startet, Umschalt+F5 beendet. Strg+F sucht, Strg+G geht zu einer Zeile, Strg+/ kommentiert Zeilen aus, Strg+D verdoppelt eine Zeile. In der Konsole führt Enter zur Stelle eines Fehlers und klappt Objekte aus; darunter werden Ausdrücke im Skript ausgewertet, auch mit await.</translation>
    </message>
    <message>
        <source>Guides of the first years create a socket with host, port and {onEvent: …}, connect it by id and callback alone, and read what is returned. Chromium refuses these forms with “No matching signature”, and so does this program.</source>
        <translation>Anleitungen der ersten Jahre erzeugen einen Socket mit Host, Port und {onEvent: …}, verbinden ihn nur mit ID und Callback und lesen, was zurückgegeben wird. Chromium lehnt diese Formen mit “No matching signature” ab, und dieses Programm auch.</translation>
    </message>
    <message>
        <source>In these places Chromium does something else than its documentation promises. “as Chromium” is exact, for code that has to run there; “as documented” keeps the promise.</source>
        <translation>An diesen Stellen tut Chromium anderes, als seine Dokumentation verspricht. „wie Chromium“ ist genau, für Code, der dort laufen muss; „wie dokumentiert“ hält das Versprechen.</translation>
    </message>
</context>
<context>
    <name>ScriptPanel</name>
    <message>
        <source>{path} was changed outside this panel.</source>
        <translation>{path} wurde außerhalb dieses Panels geändert.</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>Diesen Text behalten</translation>
    </message>
</context>
<context>
    <name>ScriptWiring</name>
    <message>
        <source>Save script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>Open script</source>
        <translation>Skript öffnen</translation>
    </message>
    <message>
        <source>Open the folder of an app</source>
        <translation>Den Ordner einer App öffnen</translation>
    </message>
    <message>
        <source>Scripts (*.js *.mjs);;All files (*)</source>
        <translation>Skripte (*.js *.mjs);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>ArrayBuffer of #{number}</source>
        <translation>ArrayBuffer von #{number}</translation>
    </message>
</context>
<context>
    <name>SendControls</name>
    <message>
        <source>Send   Ctrl+↵</source>
        <translation>Senden   Strg+↵</translation>
    </message>
    <message>
        <source>What is put behind the text</source>
        <translation>Was hinter den Text gesetzt wird</translation>
    </message>
    <message>
        <source>Only text gets a line ending; this is sent exactly as it stands</source>
        <translation>Nur Text bekommt ein Zeilenende; dies wird genau so gesendet, wie es dasteht</translation>
    </message>
    <message>
        <source>+ Text</source>
        <translation>+ Text</translation>
    </message>
    <message>
        <source>+ Hex</source>
        <translation>+ Hex</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>No line end</source>
        <translation>Kein Zeilenende</translation>
    </message>
    <message>
        <source>LF</source>
        <translation>LF</translation>
    </message>
    <message>
        <source>CR</source>
        <translation>CR</translation>
    </message>
    <message>
        <source>CRLF</source>
        <translation>CRLF</translation>
    </message>
    <message>
        <source>NUL</source>
        <translation>NUL</translation>
    </message>
    <message>
        <source>Format of the data to send</source>
        <translation>Format der zu sendenden Daten</translation>
    </message>
    <message>
        <source>Line ending put behind the text</source>
        <translation>Zeilenende hinter dem Text</translation>
    </message>
    <message>
        <source>Show the same bytes as text and as hex</source>
        <translation>Dieselben Bytes als Text und als Hex zeigen</translation>
    </message>
    <message>
        <source>Size of the data</source>
        <translation>Umfang der Daten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Show the same bytes as text and as hex; each follows the other as you type</source>
        <translation>Dieselben Bytes als Text und als Hex zeigen; beim Tippen folgt jedes dem anderen</translation>
    </message>
    <message>
        <source>Send it (Ctrl+Enter); ↑ and ↓ bring back what was sent</source>
        <translation>Senden (Strg+Enter); ↑ und ↓ holen Gesendetes zurück</translation>
    </message>
</context>
<context>
    <name>ServerCertificateDialog</name>
    <message>
        <source>Certificate of the server</source>
        <translation>Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Save with key…</source>
        <translation>Mit Schlüssel speichern…</translation>
    </message>
    <message>
        <source>“{names}”: write DNS names or IP addresses, with commas between.</source>
        <translation>„{names}“: Schreiben Sie DNS-Namen oder IP-Adressen, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>Nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>There is no certificate yet: generate one, or choose its file.</source>
        <translation>Es gibt noch kein Zertifikat: Erzeugen Sie eines, oder wählen Sie seine Datei.</translation>
    </message>
    <message>
        <source>Certificate and key fit together.</source>
        <translation>Zertifikat und Schlüssel passen zusammen.</translation>
    </message>
    <message>
        <source>Generated here, for tests; it is kept in the session with its key.</source>
        <translation>Hier erzeugt, zum Testen; es bleibt mit seinem Schlüssel in der Sitzung.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Save certificate and private key as one PEM file</source>
        <translation>Zertifikat und privaten Schlüssel als eine PEM-Datei speichern</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>DNS names and IP addresses that clients connect to, with commas between</source>
        <translation>DNS-Namen und IP-Adressen, zu denen Clients verbinden, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>How long the certificate is valid, from now</source>
        <translation>Wie lange das Zertifikat gilt, ab jetzt</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>PEM, DER or PKCS #12 (.p12, .pfx); a PEM file may hold the key and the chain</source>
        <translation>PEM, DER oder PKCS #12 (.p12, .pfx); eine PEM-Datei darf Schlüssel und Kette enthalten</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>PEM or DER; empty where the certificate&apos;s file holds the key</source>
        <translation>PEM oder DER; leer, wenn die Datei des Zertifikats den Schlüssel enthält</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Of the key or the PKCS #12 file; kept until the panel closes, never saved</source>
        <translation>Des Schlüssels oder der PKCS-#12-Datei; bleibt, bis das Panel schließt, und wird nie gespeichert</translation>
    </message>
    <message>
        <source>Generate one for tests</source>
        <translation>Zum Testen erzeugen</translation>
    </message>
    <message>
        <source>Or use your own</source>
        <translation>Oder ein eigenes verwenden</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation>Privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.der *.key *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.der *.key *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save as PEM</source>
        <translation>Als PEM speichern</translation>
    </message>
</context>
<context>
    <name>ServerOptions</name>
    <message>
        <source>persistent</source>
        <translation>persistent</translation>
    </message>
    <message>
        <source>no-delay</source>
        <translation>no-delay</translation>
    </message>
    <message>
        <source>keep half-closed</source>
        <translation>halb offen lassen</translation>
    </message>
    <message>
        <source>Socket name</source>
        <translation>Name des Sockets</translation>
    </message>
    <message>
        <source>name: for your own use</source>
        <translation>name: zu Ihrer freien Verwendung</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>Persistent</translation>
    </message>
    <message>
        <source>persistent: the socket stays open when the app is suspended</source>
        <translation>persistent: Der Socket bleibt offen, wenn die App suspendiert wird</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>backlog of listen: how many connections may wait to be accepted</source>
        <translation>backlog von listen: wie viele Verbindungen auf Annahme warten dürfen</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>Puffergröße</translation>
    </message>
    <message>
        <source>bufferSize of the clients&apos; sockets: the most bytes of one onReceive</source>
        <translation>bufferSize der Sockets der Clients: die meisten Bytes eines onReceive</translation>
    </message>
    <message>
        <source>No-delay</source>
        <translation>No-Delay</translation>
    </message>
    <message>
        <source>setNoDelay for each client: send small pieces at once; not with TLS</source>
        <translation>setNoDelay für jeden Client: kleine Stücke sofort senden; nicht mit TLS</translation>
    </message>
    <message>
        <source>Keep half-closed</source>
        <translation>Halb offen lassen</translation>
    </message>
    <message>
        <source>Stay connected to a client that has closed its side, to send it more; otherwise it is closed here as well once all answers have left</source>
        <translation>Mit einem Client verbunden bleiben, der seine Seite geschlossen hat, um ihm noch zu senden; sonst wird auch hier geschlossen, sobald alle Antworten hinaus sind</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>backlog</translation>
    </message>
    <message>
        <source>bufferSize</source>
        <translation>bufferSize</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Tell the desktop when a connection is lost</source>
        <translation>Dem Desktop melden, wenn eine Verbindung verloren geht</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Font of the data</source>
        <translation>Schriftart der Daten</translation>
    </message>
    <message>
        <source>Size of the data</source>
        <translation>Schriftgröße der Daten</translation>
    </message>
    <message>
        <source>Folder of the recordings</source>
        <translation>Ordner der Aufzeichnungen</translation>
    </message>
    <message>
        <source>Recordings kept</source>
        <translation>Aufgehobene Aufzeichnungen</translation>
    </message>
    <message>
        <source>Megabytes kept</source>
        <translation>Aufgehobene Megabytes</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>the system&apos;s fixed-pitch font</source>
        <translation>Festbreitenschrift des Systems</translation>
    </message>
    <message>
        <source>the usual folder</source>
        <translation>der übliche Ordner</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Only while the window is not in front.</source>
        <translation>Nur, solange das Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Everything that happens is recorded here. Another folder is used from the next start on.</source>
        <translation>Alles, was geschieht, wird hier aufgezeichnet. Ein anderer Ordner gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Together at most</source>
        <translation>Zusammen höchstens</translation>
    </message>
    <message>
        <source>Recordings that you did not save; the oldest are deleted first.</source>
        <translation>Aufzeichnungen, die Sie nicht gespeichert haben; die ältesten werden zuerst gelöscht.</translation>
    </message>
    <message>
        <source>“{folder}” is no absolute path.</source>
        <translation>„{folder}“ ist kein absoluter Pfad.</translation>
    </message>
    <message>
        <source>“{folder}” is a file, not a folder.</source>
        <translation>„{folder}“ ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>a socket reconnected after disconnect, or after the peer closed, starts paused</source>
        <translation>ein Socket, der nach disconnect oder nach dem Schließen der Gegenseite neu verbindet, beginnt pausiert</translation>
    </message>
    <message>
        <source>a new connection reads unless the caller itself paused the socket</source>
        <translation>eine neue Verbindung liest, außer der Aufrufer selbst hat den Socket pausiert</translation>
    </message>
    <message>
        <source>the peer&apos;s half-close disconnects the socket, nothing can be sent any more</source>
        <translation>das halbe Schließen der Gegenseite trennt den Socket, nichts lässt sich mehr senden</translation>
    </message>
    <message>
        <source>the socket stays connected for sending until disconnect or a failed send</source>
        <translation>der Socket bleibt zum Senden verbunden, bis disconnect kommt oder ein Senden scheitert</translation>
    </message>
    <message>
        <source>a successful secure loses name and bufferSize</source>
        <translation>ein erfolgreiches secure verliert name und bufferSize</translation>
    </message>
    <message>
        <source>both are kept</source>
        <translation>beide bleiben</translation>
    </message>
    <message>
        <source>secure with a read or write in flight fails and destroys the socket</source>
        <translation>secure während eines laufenden Lesens oder Schreibens scheitert und zerstört den Socket</translation>
    </message>
    <message>
        <source>a read in flight ends quietly; with a write in flight secure fails, the socket stays</source>
        <translation>ein laufendes Lesen endet still; während eines Schreibens scheitert secure, der Socket bleibt</translation>
    </message>
    <message>
        <source>an accepted socket, or one connected by an IPv6 literal, cannot be secured</source>
        <translation>ein angenommener Socket, oder einer, der über ein IPv6-Literal verbunden ist, lässt sich nicht sichern</translation>
    </message>
    <message>
        <source>it can</source>
        <translation>er lässt sich sichern</translation>
    </message>
    <message>
        <source>secure loses what came before it and was not read, up to 64 KiB</source>
        <translation>secure verliert, was vorher kam und nicht gelesen wurde, bis zu 64 KiB</translation>
    </message>
    <message>
        <source>it belongs to the handshake</source>
        <translation>es gehört zum Handshake</translation>
    </message>
    <message>
        <source>secure asks for the host of the last connect, even one that was refused or failed</source>
        <translation>secure fragt nach dem Host des letzten connect, auch wenn es abgelehnt wurde oder scheiterte</translation>
    </message>
    <message>
        <source>it asks for the host of the connection</source>
        <translation>es fragt nach dem Host der Verbindung</translation>
    </message>
    <message>
        <source>after disconnect has cut a send off, no later send on the socket is answered</source>
        <translation>hat disconnect ein send abgeschnitten, wird kein späteres send dieses Sockets mehr beantwortet</translation>
    </message>
    <message>
        <source>they are sent and answered</source>
        <translation>sie werden gesendet und beantwortet</translation>
    </message>
    <message>
        <source>after a failed connect options and secure fail, also connected anew, until disconnect</source>
        <translation>nach einem gescheiterten connect scheitern Optionen und secure, auch neu verbunden, bis disconnect kommt</translation>
    </message>
    <message>
        <source>they work on the new connection</source>
        <translation>auf der neuen Verbindung gelingen sie</translation>
    </message>
    <message>
        <source>tcpServer.setPaused(false) does not resume accepting</source>
        <translation>tcpServer.setPaused(false) setzt das Annehmen nicht fort</translation>
    </message>
    <message>
        <source>it does</source>
        <translation>es setzt es fort</translation>
    </message>
    <message>
        <source>a datagram larger than the buffer pauses the socket</source>
        <translation>ein Datagramm, das größer ist als der Puffer, pausiert den Socket</translation>
    </message>
    <message>
        <source>onReceiveError tells of it, receiving goes on</source>
        <translation>onReceiveError meldet es, das Empfangen geht weiter</translation>
    </message>
    <message>
        <source>a bind or connect that fails, or is closed again, takes TTL and loopback mode along</source>
        <translation>ein bind oder connect, das scheitert oder wieder geschlossen wird, nimmt TTL und Loopback-Modus mit</translation>
    </message>
    <message>
        <source>they are kept for the next one</source>
        <translation>sie gelten auch für das nächste</translation>
    </message>
    <message>
        <source>a legacy TCP socket is disconnected when the peer left</source>
        <translation>ein Legacy-TCP-Socket wird getrennt, wenn die Gegenseite gegangen ist</translation>
    </message>
    <message>
        <source>connected stays true until disconnect</source>
        <translation>connected bleibt true bis disconnect</translation>
    </message>
    <message>
        <source>disconnect closes a legacy UDP socket</source>
        <translation>disconnect schließt einen Legacy-UDP-Socket</translation>
    </message>
    <message>
        <source>nothing happens</source>
        <translation>nichts geschieht</translation>
    </message>
    <message>
        <source>after secure a legacy socket says that it is udp</source>
        <translation>nach secure sagt ein Legacy-Socket, er sei udp</translation>
    </message>
    <message>
        <source>it says tcp</source>
        <translation>er sagt tcp</translation>
    </message>
    <message>
        <source>the callback of an operation cut off by disconnect or close never runs</source>
        <translation>der Callback eines Vorgangs, den disconnect oder close abschneidet, läuft nie</translation>
    </message>
    <message>
        <source>it gets the result code -3 (ERR_ABORTED)</source>
        <translation>er bekommt den Ergebniscode -3 (ERR_ABORTED)</translation>
    </message>
</context>
<context>
    <name>SocketInfo</name>
    <message>
        <source>The number that calls and events know it by</source>
        <translation>Die Nummer, unter der Aufrufe und Ereignisse ihn kennen</translation>
    </message>
    <message>
        <source>Given by create or update, for your own use</source>
        <translation>Von create oder update gesetzt, zu Ihrer freien Verwendung</translation>
    </message>
    <message>
        <source>Whether there is a connection</source>
        <translation>Ob eine Verbindung besteht</translation>
    </message>
    <message>
        <source>While true nothing is received</source>
        <translation>Solange true, wird nichts empfangen</translation>
    </message>
    <message>
        <source>Stays open when the app is suspended</source>
        <translation>Bleibt offen, wenn die App suspendiert wird</translation>
    </message>
    <message>
        <source>The most bytes that one onReceive brings; 4096 when absent</source>
        <translation>Die meisten Bytes, die ein onReceive bringt; 4096, wenn es fehlt</translation>
    </message>
    <message>
        <source>Our own address</source>
        <translation>Unsere eigene Adresse</translation>
    </message>
    <message>
        <source>Our own port</source>
        <translation>Unser eigener Port</translation>
    </message>
    <message>
        <source>The far side&apos;s address</source>
        <translation>Die Adresse der Gegenseite</translation>
    </message>
    <message>
        <source>The far side&apos;s port</source>
        <translation>Der Port der Gegenseite</translation>
    </message>
    <message>
        <source>tcp or udp</source>
        <translation>tcp oder udp</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>last failure</source>
        <translation>letzter Fehler</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>TLS cipher</source>
        <translation>TLS-Chiffre</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>joined groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Select a socket to see it here.</source>
        <translation>Wählen Sie einen Socket, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>Copy what getInfo returns for this socket</source>
        <translation>Kopieren, was getInfo für diesen Socket zurückgibt</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>issued by {issuer}</source>
        <translation>ausgestellt von {issuer}</translation>
    </message>
    <message>
        <source>valid until {end}</source>
        <translation>gültig bis {end}</translation>
    </message>
    <message>
        <source>{bytes} bytes · events: {events} · {rate}/s</source>
        <translation>{bytes} Bytes · Ereignisse: {events} · {rate}/s</translation>
    </message>
</context>
<context>
    <name>SocketMenu</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Secure with TLS</source>
        <translation>Mit TLS sichern</translation>
    </message>
    <message>
        <source>Keep-alive on, after {value} s</source>
        <translation>Keep-Alive ein, nach {value} s</translation>
    </message>
    <message>
        <source>Keep-alive off</source>
        <translation>Keep-Alive aus</translation>
    </message>
    <message>
        <source>No-delay on</source>
        <translation>No-Delay ein</translation>
    </message>
    <message>
        <source>No-delay off</source>
        <translation>No-Delay aus</translation>
    </message>
    <message>
        <source>Broadcast on</source>
        <translation>Broadcast ein</translation>
    </message>
    <message>
        <source>Broadcast off</source>
        <translation>Broadcast aus</translation>
    </message>
    <message>
        <source>Join group…</source>
        <translation>Gruppe beitreten…</translation>
    </message>
    <message>
        <source>Leave {value}</source>
        <translation>{value} verlassen</translation>
    </message>
    <message>
        <source>Multicast time to live…</source>
        <translation>Multicast-Time-to-live…</translation>
    </message>
    <message>
        <source>Multicast loopback on</source>
        <translation>Multicast-Loopback ein</translation>
    </message>
    <message>
        <source>Multicast loopback off</source>
        <translation>Multicast-Loopback aus</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>Name…</translation>
    </message>
    <message>
        <source>bufferSize…</source>
        <translation>bufferSize…</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>Persistent</translation>
    </message>
    <message>
        <source>Close socket</source>
        <translation>Socket schließen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Nicht mehr lauschen</translation>
    </message>
    <message>
        <source>Address of the multicast group:</source>
        <translation>Adresse der Multicast-Gruppe:</translation>
    </message>
    <message>
        <source>Routers that datagrams to groups may pass, 0 to 255:</source>
        <translation>Router, die Datagramme an Gruppen passieren dürfen, 0 bis 255:</translation>
    </message>
    <message>
        <source>Name of the socket; an empty one is none:</source>
        <translation>Name des Sockets; ein leerer heißt keiner:</translation>
    </message>
    <message>
        <source>Bytes that one onReceive holds at most:</source>
        <translation>Bytes, die ein onReceive höchstens bringt:</translation>
    </message>
    <message>
        <source>Show panel</source>
        <translation>Panel zeigen</translation>
    </message>
    <message>
        <source>Mirror: open the other end here</source>
        <translation>Gegenseite hier öffnen</translation>
    </message>
    <message>
        <source>Connection options</source>
        <translation>Verbindungsoptionen</translation>
    </message>
    <message>
        <source>Groups and broadcast</source>
        <translation>Gruppen und Broadcast</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Copy peer address</source>
        <translation>Adresse der Gegenstelle kopieren</translation>
    </message>
    <message>
        <source>Copy local address</source>
        <translation>Lokale Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy SocketInfo as JSON</source>
        <translation>SocketInfo als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>SocketTree</name>
    <message>
        <source>No sockets yet. A new TCP client panel makes one.</source>
        <translation>Noch keine Sockets. Ein neues TCP-Client-Panel erzeugt einen.</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
</context>
<context>
    <name>SocketTreeModel</name>
    <message>
        <source>socket (legacy)</source>
        <translation>socket (Legacy)</translation>
    </message>
    <message>
        <source>In: {bytes} in {events} events</source>
        <translation>Empfangen: {bytes}, Ereignisse: {events}</translation>
    </message>
    <message>
        <source>Out: {bytes} in {events} calls</source>
        <translation>Gesendet: {bytes}, Aufrufe: {events}</translation>
    </message>
    <message>
        <source>Made by the panel “{title}”</source>
        <translation>Erzeugt vom Panel „{title}“</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>lauscht</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Out</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Open a socket, see everything that happens on it</source>
        <translation>Einen Socket öffnen und alles sehen, was auf ihm geschieht</translation>
    </message>
    <message>
        <source>Try it now: each example starts a practice server on this machine, opens a panel and connects. Nothing leaves your computer.</source>
        <translation>Probieren Sie es gleich: Jedes Beispiel startet einen Übungsserver auf diesem Rechner, öffnet ein Panel und verbindet. Nichts verlässt Ihren Computer.</translation>
    </message>
    <message>
        <source>Or open a panel of your own:</source>
        <translation>Oder öffnen Sie ein eigenes Panel:</translation>
    </message>
    <message>
        <source>Say hello to an echo server</source>
        <translation>Einen Echo-Server grüßen</translation>
    </message>
    <message>
        <source>Press Send: what you wrote comes back. Switch the format to Hex to see and send any byte.</source>
        <translation>Drücken Sie „Senden“: Was Sie schrieben, kommt zurück. Mit dem Format Hex sehen und senden Sie jedes Byte.</translation>
    </message>
    <message>
        <source>Ask a web server by hand</source>
        <translation>Einen Webserver von Hand fragen</translation>
    </message>
    <message>
        <source>The request is already written out, line ends and all. Send it, then click the answer to read its bytes.</source>
        <translation>Die Anfrage steht schon da, mit allen Zeilenenden. Senden Sie sie, und klicken Sie auf die Antwort, um ihre Bytes zu lesen.</translation>
    </message>
    <message>
        <source>Watch a stream that never ends, and pause it</source>
        <translation>Einen Strom sehen, der nie endet, und ihn pausieren</translation>
    </message>
    <message>
        <source>The server sends lines without being asked. Pause lets the data wait at the sender; nothing is lost.</source>
        <translation>Der Server sendet Zeilen, ohne gefragt zu sein. „Pause“ lässt die Daten beim Sender warten; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Try it: {title}</source>
        <translation>Ausprobieren: {title}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Session file</source>
        <translation>Sitzungsdatei</translation>
    </message>
    <message>
        <source>Permission profile</source>
        <translation>Berechtigungsprofil</translation>
    </message>
    <message>
        <source>Datagrams dropped</source>
        <translation>Verworfene Datagramme</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Answer time of the window</source>
        <translation>Antwortzeit des Fensters</translation>
    </message>
    <message>
        <source>{count} datagrams dropped</source>
        <translation>Verworfene Datagramme: {count}</translation>
    </message>
    <message>
        <source>Datagrams that the system had no room for, because nobody read them in time. A larger receive buffer helps; a UDP panel has it under Options.</source>
        <translation>Datagramme, für die das System keinen Platz hatte, weil niemand sie rechtzeitig las. Ein größerer Empfangspuffer hilft; ein UDP-Panel hat ihn unter „Optionen“.</translation>
    </message>
</context>
<context>
    <name>TcpAddress</name>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>secure: begin TLS once connected; the host is the name to be proved</source>
        <translation>secure: TLS nach dem Verbinden beginnen; der Host ist der nachzuweisende Name</translation>
    </message>
    <message>
        <source>peerAddress: a host name, or an IPv4 or IPv6 address</source>
        <translation>peerAddress: ein Hostname, oder eine IPv4- oder IPv6-Adresse</translation>
    </message>
    <message>
        <source>Disconnect first to change it (Shift+F5)</source>
        <translation>Zum Ändern zuerst trennen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Options of the socket, of TLS, and of coming back by itself</source>
        <translation>Optionen des Sockets, von TLS und des Wiederkommens von selbst</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Stop receiving; unread data waits at the far side (Ctrl+P)</source>
        <translation>Nicht mehr empfangen; Ungelesenes wartet auf der Gegenseite (Strg+P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make no further attempt (Shift+F5)</source>
        <translation>Keinen weiteren Versuch machen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Stop connecting (Shift+F5)</source>
        <translation>Verbinden abbrechen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>End the connection (Shift+F5)</source>
        <translation>Die Verbindung beenden (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect to the same place again (F5)</source>
        <translation>Noch einmal dorthin verbinden (F5)</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect (F5)</source>
        <translation>Verbinden (F5)</translation>
    </message>
</context>
<context>
    <name>TcpClient</name>
    <message>
        <source>Save certificate</source>
        <translation>Zertifikat speichern</translation>
    </message>
    <message>
        <source>Certificates (*.pem)</source>
        <translation>Zertifikate (*.pem)</translation>
    </message>
</context>
<context>
    <name>TcpClientPanel</name>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Connecting to {peer}: no answer yet. Cancel ends the attempt.</source>
        <translation>Verbindet mit {peer}: noch keine Antwort. „Abbrechen“ beendet den Versuch.</translation>
    </message>
    <message>
        <source>{peer} took the connection; agreeing on TLS. Cancel ends that.</source>
        <translation>{peer} hat die Verbindung angenommen; TLS wird vereinbart. „Abbrechen“ beendet das.</translation>
    </message>
</context>
<context>
    <name>TcpOptions</name>
    <message>
        <source>persistent</source>
        <translation>persistent</translation>
    </message>
    <message>
        <source>keep-alive</source>
        <translation>keep-alive</translation>
    </message>
    <message>
        <source>no-delay</source>
        <translation>no-delay</translation>
    </message>
    <message>
        <source>Socket name</source>
        <translation>Name des Sockets</translation>
    </message>
    <message>
        <source>name: for your own use</source>
        <translation>name: zu Ihrer freien Verwendung</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>Persistent</translation>
    </message>
    <message>
        <source>persistent: the socket stays open when the app is suspended</source>
        <translation>persistent: Der Socket bleibt offen, wenn die App suspendiert wird</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>Puffergröße</translation>
    </message>
    <message>
        <source>bufferSize: the most bytes that one onReceive brings</source>
        <translation>bufferSize: die meisten Bytes, die ein onReceive bringt</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>Keep-Alive</translation>
    </message>
    <message>
        <source>setKeepAlive: ask an idle far side now and then whether it is there</source>
        <translation>setKeepAlive: eine stille Gegenseite ab und zu fragen, ob sie noch da ist</translation>
    </message>
    <message>
        <source>Keep-alive delay</source>
        <translation>Verzögerung von Keep-Alive</translation>
    </message>
    <message>
        <source>delay of setKeepAlive: seconds of silence before the first question</source>
        <translation>delay von setKeepAlive: Sekunden der Stille vor der ersten Frage</translation>
    </message>
    <message>
        <source>No-delay</source>
        <translation>No-Delay</translation>
    </message>
    <message>
        <source>setNoDelay: send small pieces at once, without Nagle&apos;s algorithm</source>
        <translation>setNoDelay: kleine Stücke sofort senden, ohne den Algorithmus von Nagle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>system&apos;s delay</source>
        <translation>Systemwert</translation>
    </message>
    <message>
        <source>after </source>
        <translation>nach </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>bufferSize</source>
        <translation>bufferSize</translation>
    </message>
</context>
<context>
    <name>TcpServer</name>
    <message>
        <source>Send goes to all</source>
        <translation>Senden geht an alle</translation>
    </message>
    <message>
        <source>{where} has left</source>
        <translation>{where} ist gegangen</translation>
    </message>
    <message>
        <source>Send goes to {where}</source>
        <translation>Senden geht an {where}</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>A mistake of this program ended “{action}”: {text}</source>
        <translation>Ein Fehler dieses Programms beendete „{action}“: {text}</translation>
    </message>
    <message>
        <source>{peer} took the connection, but TLS could not be agreed on.</source>
        <translation>{peer} hat die Verbindung angenommen, aber TLS kam nicht zustande.</translation>
    </message>
    <message>
        <source>The TLS handshake with {peer} was cancelled after {seconds} s.</source>
        <translation>Der TLS-Handshake mit {peer} wurde nach {seconds} s abgebrochen.</translation>
    </message>
    <message>
        <source>The certificate of {peer} was refused.</source>
        <translation>Das Zertifikat von {peer} wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The certificate of {peer} could not be looked at.</source>
        <translation>Das Zertifikat von {peer} konnte nicht angesehen werden.</translation>
    </message>
    <message>
        <source>What {peer} sent as its certificate cannot be read: {text}</source>
        <translation>Was {peer} als Zertifikat sandte, ist nicht lesbar: {text}</translation>
    </message>
    <message>
        <source>The certificate was saved as {path}.</source>
        <translation>Das Zertifikat wurde als {path} gespeichert.</translation>
    </message>
    <message>
        <source>The certificate was not saved: {path} cannot be written.</source>
        <translation>Das Zertifikat wurde nicht gespeichert: {path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The CA file {path} cannot be read.</source>
        <translation>Die CA-Datei {path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The CA file {path} has no certificate.</source>
        <translation>Die CA-Datei {path} hat kein Zertifikat.</translation>
    </message>
    <message>
        <source>{peer} did not come back; attempts made by themselves: {attempts}.</source>
        <translation>{peer} kam nicht zurück; Versuche von selbst: {attempts}.</translation>
    </message>
    <message>
        <source>Nothing is under way any more; you may try again. The program&apos;s log has the rest.</source>
        <translation>Nichts ist mehr unterwegs; Sie können es erneut versuchen. Das Log des Programms hat den Rest.</translation>
    </message>
    <message>
        <source>It took the connection and then said nothing: it may speak no TLS on this port, or wait for something to be sent first.</source>
        <translation>Sie wurde angenommen, dann kam nichts: Vielleicht spricht dieser Port kein TLS, oder er wartet darauf, dass zuerst etwas gesendet wird.</translation>
    </message>
    <message>
        <source>It breaks the rules for certificates. Ask who runs the server.</source>
        <translation>Es verletzt die Regeln für Zertifikate. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>It must hold certificates in PEM or DER. Nothing was connected.</source>
        <translation>Sie muss Zertifikate in PEM oder DER enthalten. Nichts wurde verbunden.</translation>
    </message>
    <message>
        <source>It is another one than the one you trust for this host and port: it was renewed, or somebody stands in between.</source>
        <translation>Es ist ein anderes als das, dem Sie für diesen Host und Port vertrauen: Es wurde erneuert, oder jemand steht dazwischen.</translation>
    </message>
    <message>
        <source>It has expired: the server needs a new one.</source>
        <translation>Es ist abgelaufen: Der Server braucht ein neues.</translation>
    </message>
    <message>
        <source>It is not valid yet. Is the clock of this computer right?</source>
        <translation>Es ist noch nicht gültig. Stimmt die Uhr dieses Rechners?</translation>
    </message>
    <message>
        <source>It is signed by itself only, so nobody vouches for it.</source>
        <translation>Es ist nur von sich selbst signiert, niemand bürgt also dafür.</translation>
    </message>
    <message>
        <source>It was issued by an authority that this system does not know.</source>
        <translation>Es wurde von einer Stelle ausgestellt, die dieses System nicht kennt.</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat zeigen…</translation>
    </message>
    <message>
        <source>Look at it, and trust it if you know it; or give its issuer&apos;s as CA file.</source>
        <translation>Sehen Sie es an und vertrauen Sie ihm, wenn Sie es kennen; oder geben Sie das des Ausstellers als CA-Datei an.</translation>
    </message>
    <message>
        <source>There is no address to bind to.</source>
        <translation>Es ist keine Adresse zum Binden angegeben.</translation>
    </message>
    <message>
        <source>Nothing can be bound to “{address}”.</source>
        <translation>An „{address}“ lässt sich nichts binden.</translation>
    </message>
    <message>
        <source>“{port}” is no port to bind to.</source>
        <translation>„{port}“ ist kein Port zum Binden.</translation>
    </message>
    <message>
        <source>Could not bind to {peer}.</source>
        <translation>Binden an {peer} fehlgeschlagen.</translation>
    </message>
    <message>
        <source>There is nobody to send to.</source>
        <translation>Es gibt niemanden, an den zu senden wäre.</translation>
    </message>
    <message>
        <source>There is no port to send to.</source>
        <translation>Es gibt keinen Port, an den zu senden wäre.</translation>
    </message>
    <message>
        <source>A datagram of {size} could not be sent to {peer}.</source>
        <translation>Ein Datagramm von {size} konnte nicht an {peer} gesendet werden.</translation>
    </message>
    <message>
        <source>Datagrams larger than {limit} bytes came and were lost: {count}</source>
        <translation>Datagramme über {limit} Bytes kamen an und gingen verloren: {count}</translation>
    </message>
    <message>
        <source>Receiving failed and was paused.</source>
        <translation>Das Empfangen ist fehlgeschlagen und wurde pausiert.</translation>
    </message>
    <message>
        <source>{socket} was closed from outside this panel.</source>
        <translation>{socket} wurde von außerhalb dieses Panels geschlossen.</translation>
    </message>
    <message>
        <source>There is no group to join.</source>
        <translation>Es ist keine Gruppe zum Beitreten angegeben.</translation>
    </message>
    <message>
        <source>“{group}” is no multicast group.</source>
        <translation>„{group}“ ist keine Multicast-Gruppe.</translation>
    </message>
    <message>
        <source>{group} is joined already.</source>
        <translation>{group}: Der Beitritt besteht schon.</translation>
    </message>
    <message>
        <source>{group} could not be joined.</source>
        <translation>{group}: Beitritt fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{group} could not be left.</source>
        <translation>{group}: Verlassen fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Type an IP address of this machine: 0.0.0.0 stands for all of its IPv4 addresses, :: for IPv6 as well. Names and zones (%eth0) are not taken; choose an adapter in the options.</source>
        <translation>Geben Sie eine IP-Adresse dieses Rechners ein: 0.0.0.0 steht für alle seine IPv4-Adressen, :: auch für IPv6. Namen und Zonen (%eth0) gehen nicht; wählen Sie einen Adapter in den Optionen.</translation>
    </message>
    <message>
        <source>A port is a whole number from 1 to 65535; 0 lets the system choose a free one.</source>
        <translation>Ein Port ist eine ganze Zahl von 1 bis 65535; bei 0 wählt das System einen freien.</translation>
    </message>
    <message>
        <source>Type a host or an IP address beside “Send to”, or click one in the list of peers.</source>
        <translation>Geben Sie neben „Senden an“ einen Host oder eine IP-Adresse ein, oder klicken Sie eine in der Liste der Gegenstellen an.</translation>
    </message>
    <message>
        <source>Type a number from 1 to 65535.</source>
        <translation>Geben Sie eine Zahl von 1 bis 65535 ein.</translation>
    </message>
    <message>
        <source>A datagram comes whole or not at all. Raise bufferSize in the options.</source>
        <translation>Ein Datagramm kommt ganz oder gar nicht. Erhöhen Sie bufferSize in den Optionen.</translation>
    </message>
    <message>
        <source>Resume to try again, or bind anew (F5).</source>
        <translation>Fortsetzen versucht es erneut; oder binden Sie neu (F5).</translation>
    </message>
    <message>
        <source>Bind or join makes a new socket.</source>
        <translation>Binden oder Beitreten erzeugt einen neuen Socket.</translation>
    </message>
    <message>
        <source>Groups are addresses from 224.0.0.0 to 239.255.255.255, and those that begin with ff in IPv6, without a zone (%eth0).</source>
        <translation>Gruppen sind Adressen von 224.0.0.0 bis 239.255.255.255, bei IPv6 solche, die mit ff beginnen, ohne Zone (%eth0).</translation>
    </message>
    <message>
        <source>Leave it first to join it on another adapter.</source>
        <translation>Verlassen Sie sie zuerst, um auf einem anderen Adapter beizutreten.</translation>
    </message>
    <message>
        <source>There is no such adapter, or no way for multicast that the system could choose. Choose an adapter that is up.</source>
        <translation>Es gibt keinen solchen Adapter, oder keinen Weg für Multicast, den das System wählen könnte. Wählen Sie einen aktiven Adapter.</translation>
    </message>
    <message>
        <source>The adapter has no address of this family, or the group is joined already.</source>
        <translation>Der Adapter hat keine Adresse dieser Familie, oder der Beitritt besteht schon.</translation>
    </message>
    <message>
        <source>The group is joined on this adapter already.</source>
        <translation>Auf diesem Adapter besteht der Beitritt schon.</translation>
    </message>
    <message>
        <source>The system joins no more groups for one socket. Leave some, or open a new panel.</source>
        <translation>Das System lässt einen Socket keinen weiteren Gruppen beitreten. Verlassen Sie einige, oder öffnen Sie ein neues Panel.</translation>
    </message>
    <message>
        <source>An option does not fit. Is the adapter that the options name still there?</source>
        <translation>Eine Option passt nicht. Gibt es den Adapter, den die Optionen nennen, noch?</translation>
    </message>
    <message>
        <source>The system does not allow it. Ports below 1024 often need more rights.</source>
        <translation>Das System erlaubt es nicht. Ports unter 1024 brauchen oft mehr Rechte.</translation>
    </message>
    <message>
        <source>No adapter of this machine has this address; the adapter table shows those it has.</source>
        <translation>Kein Adapter dieses Rechners hat diese Adresse; die Adaptertabelle zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>This machine does not speak this family of addresses.</source>
        <translation>Dieser Rechner spricht diese Adressfamilie nicht.</translation>
    </message>
    <message>
        <source>Another socket has this port. Choose another one, 0 for any that is free, or tick “share port” in the options, if the other program shares it as well.</source>
        <translation>Ein anderer Socket hat diesen Port. Wählen Sie einen anderen, 0 für irgendeinen freien, oder „Port teilen“ in den Optionen, falls das andere Programm ihn auch teilt.</translation>
    </message>
    <message>
        <source>The system takes no such address here. Can it be reached from what is bound?</source>
        <translation>Das System nimmt eine solche Adresse hier nicht. Ist sie vom Gebundenen aus erreichbar?</translation>
    </message>
    <message>
        <source>The system does not allow it. Sending to a broadcast address needs “broadcast” to be ticked; a local firewall may be the reason as well.</source>
        <translation>Das System erlaubt es nicht. Senden an eine Broadcast-Adresse braucht das Häkchen „broadcast“; auch eine lokale Firewall kann der Grund sein.</translation>
    </message>
    <message>
        <source>Too many datagrams wait for the network already. Send more slowly.</source>
        <translation>Es warten schon zu viele Datagramme auf das Netz. Senden Sie langsamer.</translation>
    </message>
    <message>
        <source>The socket is not bound. Bind it first.</source>
        <translation>Der Socket ist nicht gebunden. Binden Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>What is bound cannot send to this address: loopback reaches loopback only.</source>
        <translation>Was gebunden ist, kann an diese Adresse nicht senden: Loopback erreicht nur Loopback.</translation>
    </message>
    <message>
        <source>There is no way to this address from what is bound. An IPv4 socket cannot reach IPv6: bind to :: for both. Else check address, adapter table and routes.</source>
        <translation>Vom Gebundenen führt kein Weg zu dieser Adresse. Ein IPv4-Socket erreicht kein IPv6: Binden Sie an :: für beides. Sonst prüfen Sie Adresse, Adaptertabelle und Routen.</translation>
    </message>
    <message>
        <source>One datagram carries at most 65,507 bytes over IPv4, and 65,527 over IPv6. Send less, or send it as a file, which goes in pieces.</source>
        <translation>Ein Datagramm trägt höchstens 65.507 Bytes über IPv4 und 65.527 über IPv6. Senden Sie weniger, oder senden Sie es als Datei, die in Stücken geht.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {text}</source>
        <translation>{file}, Zeile {line}: {text}</translation>
    </message>
    <message>
        <source>This form of {method} is refused, as in Chromium. Use {modern}.</source>
        <translation>Diese Form von {method} wird abgelehnt, wie in Chromium. Verwenden Sie {modern}.</translation>
    </message>
    <message>
        <source>The script took more than {megabytes} MB of memory and was ended.</source>
        <translation>Das Skript brauchte mehr als {megabytes} MB Speicher und wurde beendet.</translation>
    </message>
    <message>
        <source>The script&apos;s process ended: {text}</source>
        <translation>Der Prozess des Skripts endete: {text}</translation>
    </message>
    <message>
        <source>{path} was not saved.</source>
        <translation>{path} wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The choice holds from the next run on.</source>
        <translation>Die Wahl gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>What follows this place was not run; what was begun before goes on. Click the error in the console to go there.</source>
        <translation>Was auf diese Stelle folgt, lief nicht; vorher Begonnenes geht weiter. Ein Klick auf den Fehler in der Konsole führt dorthin.</translation>
    </message>
    <message>
        <source>Guides of the first years show calls that never became part of the API. Help lists what took their place.</source>
        <translation>Anleitungen der ersten Jahre zeigen Aufrufe, die nie Teil der API wurden. Die Hilfe nennt, was an ihre Stelle trat.</translation>
    </message>
    <message>
        <source>Its sockets are closed. Let go of buffers that are no longer needed, and run it.</source>
        <translation>Seine Sockets sind geschlossen. Geben Sie nicht mehr benötigte Puffer frei, und starten Sie es.</translation>
    </message>
    <message>
        <source>Its sockets are closed; everything else is as it was. Run starts it anew.</source>
        <translation>Seine Sockets sind geschlossen; alles andere ist wie zuvor. „Starten“ beginnt neu.</translation>
    </message>
    <message>
        <source>Chromium would not load this app. Correct the place, then run it again.</source>
        <translation>Chromium würde diese App nicht laden. Berichtigen Sie die Stelle, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>The script that runs now keeps the behaviour that it was started with.</source>
        <translation>Das Skript, das jetzt läuft, behält das Verhalten, mit dem es gestartet wurde.</translation>
    </message>
    <message>
        <source>It is no UTF-8 text.</source>
        <translation>Es ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>It is larger than 16 MB, too large for an editor.</source>
        <translation>Es ist größer als 16 MB, zu groß für einen Editor.</translation>
    </message>
    <message>
        <source>It is marked as read-only.</source>
        <translation>Die Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>stopped; its sockets are closed</source>
        <translation>gestoppt; die Sockets sind geschlossen</translation>
    </message>
    <message>
        <source>ended by its own close()</source>
        <translation>durch eigenes close() beendet</translation>
    </message>
    <message>
        <source>suspended; persistent sockets stay open</source>
        <translation>suspendiert; persistente Sockets bleiben offen</translation>
    </message>
    <message>
        <source>resumed with a new background page</source>
        <translation>mit neuer Hintergrundseite fortgesetzt</translation>
    </message>
    <message>
        <source>reloaded; its sockets were closed</source>
        <translation>neu geladen; die Sockets wurden geschlossen</translation>
    </message>
    <message>
        <source>ended: it took too much memory</source>
        <translation>beendet: zu viel Speicher belegt</translation>
    </message>
    <message>
        <source>ended: its process died</source>
        <translation>beendet: der Prozess starb</translation>
    </message>
    <message>
        <source>There is no address to listen on.</source>
        <translation>Es gibt keine Adresse zum Lauschen.</translation>
    </message>
    <message>
        <source>“{address}” is no IP address.</source>
        <translation>„{address}“ ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>“{port}” is no port to listen on.</source>
        <translation>„{port}“ ist kein Port zum Lauschen.</translation>
    </message>
    <message>
        <source>Could not listen on {peer}.</source>
        <translation>Lauschen auf {peer} fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Accepting connections has ended.</source>
        <translation>Es werden keine Verbindungen mehr angenommen.</translation>
    </message>
    <message>
        <source>{peer} connected, but TLS could not be agreed on.</source>
        <translation>{peer} hat verbunden, aber TLS kam nicht zustande.</translation>
    </message>
    <message>
        <source>Nothing was sent: no client is connected.</source>
        <translation>Nichts wurde gesendet: Kein Client ist verbunden.</translation>
    </message>
    <message>
        <source>Nothing was sent: {peer} has left.</source>
        <translation>Nichts wurde gesendet: {peer} ist gegangen.</translation>
    </message>
    <message>
        <source>{size} reached {sent} of {clients} clients; {peer} was the first to fail.</source>
        <translation>{size} erreichten {sent} von {clients} Clients; {peer} scheiterte als erster.</translation>
    </message>
    <message>
        <source>The rule {rule} was stopped: its expression took too long over {size}.</source>
        <translation>Die Regel {rule} wurde gestoppt: Ihr Ausdruck brauchte zu lange über {size}.</translation>
    </message>
    <message>
        <source>TLS is on, but there is no certificate.</source>
        <translation>TLS ist an, aber es gibt kein Zertifikat.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{path} holds no certificate.</source>
        <translation>{path} enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>{path} holds no private key.</source>
        <translation>{path} enthält keinen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>The private key is not the one of the certificate.</source>
        <translation>Der private Schlüssel gehört nicht zum Zertifikat.</translation>
    </message>
    <message>
        <source>{path} is protected by a password.</source>
        <translation>{path} ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>The password does not open {path}.</source>
        <translation>Das Passwort öffnet {path} nicht.</translation>
    </message>
    <message>
        <source>The certificate cannot be used.</source>
        <translation>Das Zertifikat ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Choose one of this machine&apos;s addresses from the list: 127.0.0.1 is for programs on it, 0.0.0.0 for everybody.</source>
        <translation>Wählen Sie eine Adresse dieses Rechners aus der Liste: 127.0.0.1 ist für Programme auf ihm, 0.0.0.0 für alle.</translation>
    </message>
    <message>
        <source>To listen takes an IPv4 or IPv6 address of this machine, not a name: 127.0.0.1 or ::1 for localhost, without brackets or zone. The list offers them.</source>
        <translation>Zum Lauschen dient eine IPv4- oder IPv6-Adresse dieses Rechners, kein Name: 127.0.0.1 oder ::1 für localhost, ohne Klammern oder Zone. Die Liste bietet sie an.</translation>
    </message>
    <message>
        <source>Its clients stay connected. Listen makes a new socket.</source>
        <translation>Die Clients bleiben verbunden. „Lauschen“ erzeugt einen neuen Socket.</translation>
    </message>
    <message>
        <source>Listen, and wait until one connects.</source>
        <translation>Lauschen Sie, und warten Sie, bis einer verbindet.</translation>
    </message>
    <message>
        <source>Choose a client that is connected, or all clients.</source>
        <translation>Wählen Sie einen verbundenen Client, oder alle Clients.</translation>
    </message>
    <message>
        <source>Nested repeats such as (a+)+ can take for ever. Simplify it, or start the rule again.</source>
        <translation>Verschachtelte Wiederholungen wie (a+)+ können ewig dauern. Vereinfachen Sie sie, oder beginnen Sie die Regel neu.</translation>
    </message>
    <message>
        <source>Press Certificate to generate one for tests, or to choose files of your own.</source>
        <translation>Drücken Sie „Zertifikat“, um eines zum Testen zu erzeugen oder eigene Dateien zu wählen.</translation>
    </message>
    <message>
        <source>Choose a PEM file with -----BEGIN CERTIFICATE----- in it, or a PKCS #12 file.</source>
        <translation>Wählen Sie eine PEM-Datei, in der -----BEGIN CERTIFICATE----- steht, oder eine PKCS-#12-Datei.</translation>
    </message>
    <message>
        <source>Choose the file with the key of the certificate as well.</source>
        <translation>Wählen Sie auch die Datei mit dem Schlüssel des Zertifikats.</translation>
    </message>
    <message>
        <source>Choose the key that was made with this certificate, or generate both anew.</source>
        <translation>Wählen Sie den Schlüssel, der zu diesem Zertifikat gehört, oder erzeugen Sie beide neu.</translation>
    </message>
    <message>
        <source>Press Certificate and type it. It is kept until the panel closes, never saved.</source>
        <translation>Drücken Sie „Zertifikat“, und geben Sie es ein. Es bleibt, bis das Panel schließt, und wird nie gespeichert.</translation>
    </message>
    <message>
        <source>Press Certificate and type it again.</source>
        <translation>Drücken Sie „Zertifikat“, und geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>The system takes neither this address nor this backlog.</source>
        <translation>Das System nimmt diese Adresse oder diesen Backlog nicht.</translation>
    </message>
    <message>
        <source>The system does not let you listen there. Ports below 1024 need more rights: try one above, such as 8080, or 0 for any.</source>
        <translation>Das System lässt Sie dort nicht lauschen. Ports unter 1024 brauchen mehr Rechte: Versuchen Sie einen darüber, etwa 8080, oder 0 für irgendeinen.</translation>
    </message>
    <message>
        <source>No adapter of this machine has this address. Choose one from the list, or 0.0.0.0 or :: for all.</source>
        <translation>Kein Adapter dieses Rechners hat diese Adresse. Wählen Sie eine aus der Liste, oder 0.0.0.0 oder :: für alle.</translation>
    </message>
    <message>
        <source>This machine has no addresses of this kind (IPv6 off?).</source>
        <translation>Dieser Rechner hat keine Adressen dieser Art (IPv6 aus?).</translation>
    </message>
    <message>
        <source>Another program, or another panel, listens on this port already. End that one, choose another port, or 0 for any free one.</source>
        <translation>Ein anderes Programm oder Panel lauscht schon auf diesem Port. Beenden Sie es, wählen Sie einen anderen Port, oder 0 für irgendeinen freien.</translation>
    </message>
    <message>
        <source>There is no host to connect to.</source>
        <translation>Es gibt keinen Host zum Verbinden.</translation>
    </message>
    <message>
        <source>“{host}” is no host: it has a space.</source>
        <translation>„{host}“ ist kein Host: Er enthält ein Leerzeichen.</translation>
    </message>
    <message>
        <source>There is no port.</source>
        <translation>Es ist kein Port angegeben.</translation>
    </message>
    <message>
        <source>“{port}” is no port.</source>
        <translation>„{port}“ ist kein Port.</translation>
    </message>
    <message>
        <source>Could not connect to {peer}.</source>
        <translation>Verbindung zu {peer} fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Connecting to {peer} was cancelled after {seconds} s.</source>
        <translation>Verbindungsaufbau zu {peer} nach {seconds} s abgebrochen.</translation>
    </message>
    <message>
        <source>{peer} closed the connection.</source>
        <translation>{peer} hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>{peer} has closed its side.</source>
        <translation>{peer} hat seine Seite geschlossen.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost.</source>
        <translation>Die Verbindung zu {peer} ging verloren.</translation>
    </message>
    <message>
        <source>A send of {size} failed.</source>
        <translation>Das Senden von {size} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The connection was ended during a send of {size}.</source>
        <translation>Die Verbindung endete während des Sendens von {size}.</translation>
    </message>
    <message>
        <source>The socket refused {call}.</source>
        <translation>Der Socket lehnte {call} ab.</translation>
    </message>
    <message>
        <source>{method} failed: {text}</source>
        <translation>{method} fehlgeschlagen: {text}</translation>
    </message>
    <message>
        <source>{path} was not sent.</source>
        <translation>{path} wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>{method} gave an error.</source>
        <translation>{method} ergab einen Fehler.</translation>
    </message>
    <message>
        <source>The callback of {method} never runs.</source>
        <translation>Der Callback von {method} läuft nie.</translation>
    </message>
    <message>
        <source>Type a name such as localhost, or an IPv4 or IPv6 address.</source>
        <translation>Geben Sie einen Namen wie localhost ein, oder eine IPv4- oder IPv6-Adresse.</translation>
    </message>
    <message>
        <source>Names and addresses have none. Nothing was sent.</source>
        <translation>Namen und Adressen haben keines. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>A port is a whole number from 1 to 65535. Nothing was sent.</source>
        <translation>Ein Port ist eine ganze Zahl von 1 bis 65535. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>There was no answer until then: the host may be down, the address wrong, or a firewall may drop what is sent to this port without a word.</source>
        <translation>Bis dahin kam keine Antwort: Der Host kann aus sein, die Adresse falsch, oder eine Firewall verwirft wortlos, was an diesen Port geht.</translation>
    </message>
    <message>
        <source>It ended in order: all that it sent has arrived, and no more will come. What you send may still be read there. Reconnect to begin anew.</source>
        <translation>Sie endete geordnet: Alles Gesendete ist angekommen, mehr kommt nicht. Was Sie senden, kann dort noch gelesen werden. „Neu verbinden“ beginnt von vorn.</translation>
    </message>
    <message>
        <source>How much of it had left by then is not known; the far side may have a part.</source>
        <translation>Wie viel davon schon hinaus war, ist nicht bekannt; die Gegenseite kann einen Teil haben.</translation>
    </message>
    <message>
        <source>Another file is still being sent; wait for it or cancel it.</source>
        <translation>Eine andere Datei wird noch gesendet; warten Sie darauf, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Connect makes a new socket.</source>
        <translation>„Verbinden“ erzeugt einen neuen Socket.</translation>
    </message>
    <message>
        <source>What it waited for was ended under it; Chromium drops the callback then, too.</source>
        <translation>Worauf er wartete, wurde unter ihm beendet; auch Chromium lässt den Callback dann fallen.</translation>
    </message>
    <message>
        <source>The operation is still under way.</source>
        <translation>Der Vorgang läuft noch.</translation>
    </message>
    <message>
        <source>The operation failed in a way that the API has no code of its own for.</source>
        <translation>Der Vorgang scheiterte auf eine Art, für die die API keinen eigenen Code hat.</translation>
    </message>
    <message>
        <source>The operation was broken off.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>An argument makes no sense here. Check address, port and sizes.</source>
        <translation>Ein Argument ist hier sinnlos. Prüfen Sie Adresse, Port und Größen.</translation>
    </message>
    <message>
        <source>The system no longer knows this socket. Connect again.</source>
        <translation>Das System kennt diesen Socket nicht mehr. Verbinden Sie erneut.</translation>
    </message>
    <message>
        <source>The far side did not answer in time. Is it still up and reachable?</source>
        <translation>Die Gegenseite antwortete nicht rechtzeitig. Ist sie noch an und erreichbar?</translation>
    </message>
    <message>
        <source>The socket is not in the state that this call needs.</source>
        <translation>Der Socket ist nicht in dem Zustand, den dieser Aufruf braucht.</translation>
    </message>
    <message>
        <source>This system, or this kind of socket, cannot do that.</source>
        <translation>Dieses System oder diese Art Socket kann das nicht.</translation>
    </message>
    <message>
        <source>The system has no more of something, such as open files. Close some sockets.</source>
        <translation>Dem System ist etwas ausgegangen, etwa offene Dateien. Schließen Sie einige Sockets.</translation>
    </message>
    <message>
        <source>There is not enough memory. Send less at once.</source>
        <translation>Der Speicher reicht nicht. Senden Sie weniger auf einmal.</translation>
    </message>
    <message>
        <source>The socket is not connected. Connect first, then send.</source>
        <translation>Der Socket ist nicht verbunden. Verbinden Sie zuerst, dann senden Sie.</translation>
    </message>
    <message>
        <source>The socket is connected already. Disconnect it first.</source>
        <translation>Der Socket ist schon verbunden. Trennen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>The connection has ended. The API reports a reset with this code as well.</source>
        <translation>Die Verbindung hat geendet. Die API meldet auch einen Reset mit diesem Code.</translation>
    </message>
    <message>
        <source>The far side threw the connection away.</source>
        <translation>Die Gegenseite hat die Verbindung verworfen.</translation>
    </message>
    <message>
        <source>The machine answers, but nothing accepts connections on this port. Is the server running, and on this port and address?</source>
        <translation>Der Rechner antwortet, aber nichts nimmt auf diesem Port Verbindungen an. Läuft der Server, und auf diesem Port und dieser Adresse?</translation>
    </message>
    <message>
        <source>The system gave the connection up. Connect again.</source>
        <translation>Das System hat die Verbindung aufgegeben. Verbinden Sie erneut.</translation>
    </message>
    <message>
        <source>The connection could not be made; the socket may be in use by another connect.</source>
        <translation>Die Verbindung kam nicht zustande; vielleicht nutzt ein anderes connect den Socket.</translation>
    </message>
    <message>
        <source>No address is known for this name. Check its spelling, the DNS choice (a name may have only IPv4 or only IPv6 addresses) and that the computer is online.</source>
        <translation>Zu diesem Namen ist keine Adresse bekannt. Prüfen Sie die Schreibweise, die DNS-Wahl (ein Name kann nur IPv4- oder nur IPv6-Adressen haben) und ob der Rechner online ist.</translation>
    </message>
    <message>
        <source>The network is down. Check cable, Wi-Fi or VPN.</source>
        <translation>Das Netz ist nicht da. Prüfen Sie Kabel, WLAN oder VPN.</translation>
    </message>
    <message>
        <source>The far side does not speak TLS properly here. Is this its TLS port?</source>
        <translation>Die Gegenseite spricht hier kein richtiges TLS. Ist das ihr TLS-Port?</translation>
    </message>
    <message>
        <source>This address cannot be used here.</source>
        <translation>Diese Adresse ist hier nicht verwendbar.</translation>
    </message>
    <message>
        <source>There is no way to this address. Check the address, the adapter table and whether a VPN or route is missing.</source>
        <translation>Zu dieser Adresse führt kein Weg. Prüfen Sie die Adresse, die Adaptertabelle und ob ein VPN oder eine Route fehlt.</translation>
    </message>
    <message>
        <source>The server asks for a client certificate.</source>
        <translation>Der Server verlangt ein Client-Zertifikat.</translation>
    </message>
    <message>
        <source>Both sides have no TLS version or cipher in common. Widen the version range.</source>
        <translation>Beide Seiten haben keine TLS-Version oder Chiffre gemeinsam. Erweitern Sie den Versionsbereich.</translation>
    </message>
    <message>
        <source>The far side does not accept this side&apos;s certificate.</source>
        <translation>Die Gegenseite nimmt das Zertifikat dieser Seite nicht an.</translation>
    </message>
    <message>
        <source>Nobody answered. The host may be down, the address wrong, or a firewall may drop what is sent to this port.</source>
        <translation>Niemand hat geantwortet. Der Host kann aus sein, die Adresse falsch, oder eine Firewall verwirft, was an diesen Port geht.</translation>
    </message>
    <message>
        <source>The far side could not unpack a TLS record.</source>
        <translation>Die Gegenseite konnte einen TLS-Datensatz nicht entpacken.</translation>
    </message>
    <message>
        <source>The far side found a TLS record damaged.</source>
        <translation>Die Gegenseite fand einen TLS-Datensatz beschädigt.</translation>
    </message>
    <message>
        <source>The system forbids this connection. A local firewall rule may be the reason.</source>
        <translation>Das System verbietet diese Verbindung. Eine Regel der lokalen Firewall kann der Grund sein.</translation>
    </message>
    <message>
        <source>The message is too big for one datagram, or for the buffer.</source>
        <translation>Die Nachricht ist zu groß für ein Datagramm oder für den Puffer.</translation>
    </message>
    <message>
        <source>Another program, or another socket here, has this address and port already.</source>
        <translation>Ein anderes Programm, oder ein anderer Socket hier, hat diese Adresse und diesen Port schon.</translation>
    </message>
    <message>
        <source>The far side could not check the TLS handshake.</source>
        <translation>Die Gegenseite konnte den TLS-Handshake nicht prüfen.</translation>
    </message>
    <message>
        <source>The server has no certificate for this host name.</source>
        <translation>Der Server hat kein Zertifikat für diesen Hostnamen.</translation>
    </message>
    <message>
        <source>The system&apos;s buffers are full. Send more slowly.</source>
        <translation>Die Puffer des Systems sind voll. Senden Sie langsamer.</translation>
    </message>
    <message>
        <source>The key of the certificate is not meant for TLS servers.</source>
        <translation>Der Schlüssel des Zertifikats ist nicht für TLS-Server bestimmt.</translation>
    </message>
    <message>
        <source>The certificate is for another name than the one typed.</source>
        <translation>Das Zertifikat gilt für einen anderen Namen als den eingegebenen.</translation>
    </message>
    <message>
        <source>The certificate has expired, or is not valid yet.</source>
        <translation>Das Zertifikat ist abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>The issuer of the certificate is not trusted, or it is self-signed.</source>
        <translation>Dem Aussteller des Zertifikats wird nicht vertraut, oder es ist selbst signiert.</translation>
    </message>
    <message>
        <source>The certificate was revoked.</source>
        <translation>Das Zertifikat wurde gesperrt.</translation>
    </message>
    <message>
        <source>The certificate is not a valid one.</source>
        <translation>Das Zertifikat ist kein gültiges.</translation>
    </message>
    <message>
        <source>The certificate is signed by a method that is too weak.</source>
        <translation>Das Zertifikat ist mit einem zu schwachen Verfahren signiert.</translation>
    </message>
    <message>
        <source>The key of the certificate is too weak.</source>
        <translation>Der Schlüssel des Zertifikats ist zu schwach.</translation>
    </message>
    <message>
        <source>The certificate is valid for too long a time.</source>
        <translation>Das Zertifikat gilt für eine zu lange Zeit.</translation>
    </message>
    <message>
        <source>It ended in order: all that the far side sent has arrived. Connect again to go on.</source>
        <translation>Sie endete geordnet: Alles, was die Gegenseite sandte, ist angekommen. Verbinden Sie erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>This side ended it.</source>
        <translation>Diese Seite hat sie beendet.</translation>
    </message>
    <message>
        <source>Nobody answered within the time allowed. The host may be down, the address wrong, or a firewall may drop what is sent to this port.</source>
        <translation>Niemand hat innerhalb der erlaubten Zeit geantwortet. Der Host kann aus sein, die Adresse falsch, oder eine Firewall verwirft, was an diesen Port geht.</translation>
    </message>
    <message>
        <source>The far side threw the connection away (TCP reset): its program crashed, was ended, or closed with data unread. What was on its way may be lost.</source>
        <translation>Die Gegenseite hat die Verbindung verworfen (TCP-Reset): Ihr Programm stürzte ab, wurde beendet oder schloss mit ungelesenen Daten. Was unterwegs war, kann verloren sein.</translation>
    </message>
    <message>
        <source>The connection had ended already when this was to be sent. Connect again.</source>
        <translation>Die Verbindung hatte schon geendet, als dies gesendet werden sollte. Verbinden Sie erneut.</translation>
    </message>
    <message>
        <source>The far side stopped answering. It may be down, or the way there interrupted.</source>
        <translation>Die Gegenseite antwortet nicht mehr. Sie kann aus sein, oder der Weg dorthin ist unterbrochen.</translation>
    </message>
    <message>
        <source>This program has as many files and sockets open as it may. Close some.</source>
        <translation>Dieses Programm hat so viele Dateien und Sockets offen, wie es darf. Schließen Sie einige.</translation>
    </message>
    <message>
        <source>The permission profile does not allow it.</source>
        <translation>Das Berechtigungsprofil erlaubt es nicht.</translation>
    </message>
    <message>
        <source>There is no such file. Was it moved or renamed?</source>
        <translation>Diese Datei gibt es nicht. Wurde sie verschoben oder umbenannt?</translation>
    </message>
    <message>
        <source>It is a folder. Choose a file.</source>
        <translation>Es ist ein Ordner. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>It is not a regular file. Choose another.</source>
        <translation>Es ist keine gewöhnliche Datei. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>You have no right to read it.</source>
        <translation>Sie haben kein Recht, sie zu lesen.</translation>
    </message>
    <message>
        <source>The disk reports an error.</source>
        <translation>Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>The API takes IPv6 addresses without brackets: ::1.</source>
        <translation>Die API nimmt IPv6-Adressen ohne Klammern: ::1.</translation>
    </message>
    <message>
        <source>Type the host alone, without https:// and path.</source>
        <translation>Geben Sie nur den Host ein, ohne https:// und Pfad.</translation>
    </message>
    <message>
        <source>The API takes no zone (%eth0) after an address.</source>
        <translation>Die API nimmt keine Zone (%eth0) hinter einer Adresse.</translation>
    </message>
    <message>
        <source>Type the port into the field for it instead.</source>
        <translation>Geben Sie den Port stattdessen in das Feld dafür ein.</translation>
    </message>
    <message>
        <source>Addresses from fe80:: to febf:: are good on one adapter only, and the API takes no zone that would name it. Use another address of that machine.</source>
        <translation>Adressen von fe80:: bis febf:: gelten nur auf einem Adapter, und die API nimmt keine Zone, die ihn nennt. Nehmen Sie eine andere Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>cause {cause}</source>
        <translation>Ursache {cause}</translation>
    </message>
    <message>
        <source>the far side</source>
        <translation>die Gegenseite</translation>
    </message>
    <message>
        <source>chrome.sockets.tcp.create(properties, callback), or udp.create, tcpServer.create</source>
        <translation>chrome.sockets.tcp.create(properties, callback), oder udp.create, tcpServer.create</translation>
    </message>
    <message>
        <source>chrome.sockets.tcp.close(socketId, callback), or udp.close</source>
        <translation>chrome.sockets.tcp.close(socketId, callback), oder udp.close</translation>
    </message>
</context>
<context>
    <name>ThroughputGraph</name>
    <message>
        <source>selected socket: {socket}</source>
        <translation>gewählter Socket: {socket}</translation>
    </message>
    <message>
        <source>selected socket</source>
        <translation>gewählter Socket</translation>
    </message>
    <message>
        <source>Which sockets</source>
        <translation>Welche Sockets</translation>
    </message>
    <message>
        <source>all sockets</source>
        <translation>alle Sockets</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <translation>Bytes je Sekunde</translation>
    </message>
    <message>
        <source>events per second</source>
        <translation>Ereignisse je Sekunde</translation>
    </message>
    <message>
        <source>Over which time</source>
        <translation>Über welche Zeit</translation>
    </message>
    <message>
        <source>last {seconds} s</source>
        <translation>letzte {seconds} s</translation>
    </message>
    <message>
        <source>received {incoming}, sent {outgoing}</source>
        <translation>empfangen {incoming}, gesendet {outgoing}</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
</context>
<context>
    <name>TlsOptions</name>
    <message>
        <source>CA file…</source>
        <translation>CA-Datei…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Zertifikat…</translation>
    </message>
    <message>
        <source>Trust {title} for {peer} no more ({fingerprint}…)</source>
        <translation>{title} für {peer} nicht mehr vertrauen ({fingerprint}…)</translation>
    </message>
    <message>
        <source>Trusted: {count}</source>
        <translation>Vertraut: {count}</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Lowest TLS version</source>
        <translation>Niedrigste TLS-Version</translation>
    </message>
    <message>
        <source>tlsVersion.min: the lowest version to agree to; tls1.2 by default</source>
        <translation>tlsVersion.min: die niedrigste vereinbarte Version; sonst tls1.2</translation>
    </message>
    <message>
        <source>Highest TLS version</source>
        <translation>Höchste TLS-Version</translation>
    </message>
    <message>
        <source>tlsVersion.max: the highest version to agree to; tls1.3 by default</source>
        <translation>tlsVersion.max: die höchste vereinbarte Version; sonst tls1.3</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>the system&apos;s authorities only</source>
        <translation>nur die des Systems</translation>
    </message>
    <message>
        <source>A file of certificates, PEM or DER, to trust besides the system&apos;s</source>
        <translation>Eine Datei mit Zertifikaten, PEM oder DER, denen neben denen des Systems vertraut wird</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>Look at the server&apos;s certificate, and trust it if you know it</source>
        <translation>Das Zertifikat des Servers ansehen, und ihm vertrauen, wenn Sie es kennen</translation>
    </message>
    <message>
        <source>Certificates that you trust here, each for one host and port</source>
        <translation>Zertifikate, denen Sie hier vertrauen, jedes für einen Host und Port</translation>
    </message>
    <message>
        <source>TLS from</source>
        <translation>TLS von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sent part of the file</source>
        <translation>Gesendeter Teil der Datei</translation>
    </message>
    <message>
        <source>Send no more of the file; what is sent stays sent</source>
        <translation>Nichts weiter von der Datei senden; Gesendetes bleibt gesendet</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Sending {name}: {sent} of {total}</source>
        <translation>Sendet {name}: {sent} von {total}</translation>
    </message>
    <message>
        <source>Stopping {name} after the call under way</source>
        <translation>Hält {name} nach dem laufenden Aufruf an</translation>
    </message>
    <message>
        <source>{name}: stopped after {sent} of {total}</source>
        <translation>{name}: gestoppt nach {sent} von {total}</translation>
    </message>
    <message>
        <source>{name}: failed after {sent} of {total}</source>
        <translation>{name}: fehlgeschlagen nach {sent} von {total}</translation>
    </message>
    <message>
        <source>{name}: all {total} sent</source>
        <translation>{name}: alle {total} gesendet</translation>
    </message>
</context>
<context>
    <name>UdpPanel</name>
    <message>
        <source>Not bound; sending binds first.</source>
        <translation>Nicht gebunden; Senden bindet zuerst.</translation>
    </message>
    <message>
        <source>%1 is bound to %2</source>
        <translation>%1 ist an %2 gebunden</translation>
    </message>
    <message>
        <source>Datagrams that came while the kernel&apos;s buffer was full; a larger kernel buffer in the options keeps more</source>
        <translation>Datagramme, die kamen, als der Kernelpuffer voll war; ein größerer Kernelpuffer in den Optionen fasst mehr</translation>
    </message>
</context>
<context>
    <name>UdpStrip</name>
    <message>
        <source>broadcast</source>
        <translation>broadcast</translation>
    </message>
    <message>
        <source>Port to send to</source>
        <translation>Port, an den gesendet wird</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>Lokaler Port</translation>
    </message>
    <message>
        <source>Host to send to</source>
        <translation>Host, an den gesendet wird</translation>
    </message>
    <message>
        <source>address of send: a host name, or an IPv4 or IPv6 address</source>
        <translation>address von send: ein Hostname, oder eine IPv4- oder IPv6-Adresse</translation>
    </message>
    <message>
        <source>setBroadcast: allow sending to broadcast addresses</source>
        <translation>setBroadcast: Senden an Broadcast-Adressen erlauben</translation>
    </message>
    <message>
        <source>Name, persistent, bufferSize, the kernel&apos;s buffer, adapter and shared port</source>
        <translation>Name, persistent, bufferSize, Kernelpuffer, Adapter und geteilter Port</translation>
    </message>
    <message>
        <source>Bind</source>
        <translation>Binden</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Bind to</source>
        <translation>Binden an</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Close the socket (Shift+F5)</source>
        <translation>Den Socket schließen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Bind (F5)</source>
        <translation>Binden (F5)</translation>
    </message>
    <message>
        <source>Stop receiving; what comes is kept only while the kernel has room (Ctrl+P)</source>
        <translation>Nicht mehr empfangen; was kommt, bleibt nur, solange der Kernel Platz hat (Strg+P)</translation>
    </message>
    <message>
        <source>address of bind: an IP address of this machine</source>
        <translation>address von bind: eine IP-Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>Unbind first to change it (Shift+F5)</source>
        <translation>Zum Ändern zuerst lösen (Umschalt+F5)</translation>
    </message>
</context>
<context>
    <name>VariableButton</name>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Put in a counter, a time, random bytes, a length or a checksum: ${…}</source>
        <translation>Zähler, Zeit, Zufallsbytes, Länge oder Prüfsumme einsetzen: ${…}</translation>
    </message>
    <message>
        <source>Let counters begin anew</source>
        <translation>Zähler neu beginnen lassen</translation>
    </message>
</context>
<context>
    <name>VariableTexts</name>
    <message>
        <source>Number that grows by STEP with every message; begins at START, or 0</source>
        <translation>Zahl, die mit jeder Nachricht um STEP wächst; beginnt bei START, oder 0</translation>
    </message>
    <message>
        <source>Time since 1970 in that unit, or the UTC time as in ISO 8601</source>
        <translation>Zeit seit 1970 in dieser Einheit, oder die UTC-Zeit wie in ISO 8601</translation>
    </message>
    <message>
        <source>N random bytes</source>
        <translation>N Zufallsbytes</translation>
    </message>
    <message>
        <source>N random bytes as hex digits</source>
        <translation>N Zufallsbytes als Hexziffern</translation>
    </message>
    <message>
        <source>Random number from MIN to MAX</source>
        <translation>Zufallszahl von MIN bis MAX</translation>
    </message>
    <message>
        <source>Random UUID, as text</source>
        <translation>Zufällige UUID, als Text</translation>
    </message>
    <message>
        <source>How many bytes follow it, plus ADD; in N bytes, or as digits</source>
        <translation>Wie viele Bytes darauf folgen, plus ADD; in N Bytes oder als Ziffern</translation>
    </message>
    <message>
        <source>CRC of the bytes before it, but for the first SKIP and the last OMIT</source>
        <translation>CRC der Bytes davor, ohne die ersten SKIP und die letzten OMIT</translation>
    </message>
    <message>
        <source>Sum of the bytes before it, in one byte</source>
        <translation>Summe der Bytes davor, in einem Byte</translation>
    </message>
    <message>
        <source>Exclusive or of the bytes before it</source>
        <translation>Exklusiv-Oder der Bytes davor</translation>
    </message>
    <message>
        <source>What makes the sum of all bytes zero</source>
        <translation>Was die Summe aller Bytes zu null macht</translation>
    </message>
    <message>
        <source>FORM: dec or hex digits, with the least number of them (dec4); or a binary number: u8, u16, u32, u64, with le behind it for low byte first.</source>
        <translation>FORM: dec- oder hex-Ziffern mit ihrer Mindestzahl (dec4); oder eine Binärzahl: u8, u16, u32, u64, mit le dahinter für das niedrige Byte zuerst.</translation>
    </message>
    <message>
        <source>In text, \${ stands for ${ itself.</source>
        <translation>Im Text steht \${ für ${ selbst.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>About Socket Workbench</source>
        <translation>Über Socket Workbench</translation>
    </message>
    <message>
        <source>Open sockets by pointing and clicking, and see everything that happens on them.
MIT licence. Icons by Lucide (ISC licence).</source>
        <translation>Sockets öffnen durch Zeigen und Klicken, und alles sehen, was auf ihnen geschieht.
MIT-Lizenz. Icons von Lucide (ISC-Lizenz).</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Something went wrong that should not have: {error}. The program goes on.</source>
        <translation>Etwas ging schief, das nicht sollte: {error}. Das Programm läuft weiter.</translation>
    </message>
    <message>
        <source>The practice server could not be started: {detail}</source>
        <translation>Der Übungsserver ließ sich nicht starten: {detail}</translation>
    </message>
    <message>
        <source>permissions: all allowed</source>
        <translation>Berechtigungen: alle erlaubt</translation>
    </message>
    <message>
        <source>window answered in {ms} ms</source>
        <translation>Fenster antwortete in {ms} ms</translation>
    </message>
</context>
</TS>
