// Azure.Communication.Email 1.0.1 (REST: learn.microsoft.com/rest/api/communication/email, version 2023-03-31)
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

/// <summary>Hands letters to Communication Services.</summary>
public class EmailClient
{
    private const string Scope = "https://communication.azure.com/.default";
    private readonly Uri _address = null!;
    private readonly HttpPipeline _pipeline = null!;

    protected EmailClient()
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = null)
    {
        _address = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/emails:send?api-version=2023-03-31");
        _pipeline = HttpPipelineBuilder.Build(options ?? new EmailClientOptions(), new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    public virtual async Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default)
    {
        if (wait is not WaitUntil.Started)
        {
            throw new NotSupportedException("This stand-in waits for nothing.");
        }

        using var sent = _pipeline.CreateMessage();
        sent.Request.Method = RequestMethod.Post;
        sent.Request.Uri.Reset(_address);
        sent.Request.Headers.Add("Content-Type", "application/json");
        sent.Request.Headers.Add("Operation-Id", Guid.NewGuid().ToString());
        sent.Request.Content = RequestContent.Create(message.ToJson());
        await _pipeline.SendAsync(sent, cancellationToken);
        return sent.Response.IsError
            ? throw new RequestFailedException(sent.Response)
            : new EmailSendOperation(sent.Response.Content.ToObjectFromJson<JsonElement>().GetProperty("id").GetString()!);
    }
}

public class EmailClientOptions : ClientOptions;

public class EmailContent(string subject)
{
    public string Subject { get; } = subject;

    public string? Html { get; set; }

    public string? PlainText { get; set; }
}

public class EmailMessage(string senderAddress, string recipientAddress, EmailContent content)
{
    public IList<EmailAttachment> Attachments { get; } = [];

    internal BinaryData ToJson() => BinaryData.FromObjectAsJson(new
    {
        senderAddress,
        recipients = new { to = new[] { new { address = recipientAddress } } },
        content = new { subject = content.Subject, plainText = content.PlainText, html = content.Html },
        attachments = Attachments.Select(
            attachment => new { name = attachment.Name, contentType = attachment.ContentType, contentInBase64 = Convert.ToBase64String(attachment.Content) }),
    });
}

public class EmailAttachment(string name, string contentType, BinaryData content)
{
    public string Name { get; } = name;

    public string ContentType { get; } = contentType;

    public BinaryData Content { get; } = content;
}

public class EmailSendOperation(string id)
{
    public string Id { get; } = id;
}
