// Azure.Communication.Email 1.0.1
using Azure.Core;

namespace Azure.Communication.Email;

public partial class EmailClient
{
    protected EmailClient() => throw null;

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions options = null) => throw null;

    public virtual Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) => throw null;
}

public partial class EmailClientOptions : ClientOptions
{
    internal EmailClientOptions() => throw null;
}

public partial class EmailContent
{
    public EmailContent(string subject) => throw null;

    public string Html { get => throw null; set => throw null; }

    public string PlainText { get => throw null; set => throw null; }
}

public partial class EmailMessage
{
    public EmailMessage(string senderAddress, string recipientAddress, EmailContent content) => throw null;

    public IList<EmailAttachment> Attachments => throw null;
}

public partial class EmailAttachment
{
    public EmailAttachment(string name, string contentType, BinaryData content) => throw null;
}

public partial class EmailSendOperation
{
    protected EmailSendOperation() => throw null;
}
