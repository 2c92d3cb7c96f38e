namespace PublicAdmin.Notifications.Sending;

/// <summary>One e-mail.</summary>
/// <param name="Id">Becomes the Message-ID: should the same letter go out twice, mailboxes show it once.</param>
public sealed record Mail(string Id, string To, Letter Letter);

/// <summary>Sends e-mail: over SMTP (<see cref="SmtpMailer"/>), or into a folder where a person can open it (<see cref="FolderMailer"/>).</summary>
public interface IMailer
{
    /// <exception cref="UndeliverableException">The address is refused for good; trying again is of no use.</exception>
    Task SendAsync(Mail mail, CancellationToken ct);
}

/// <summary>The other side says for good that this letter cannot be delivered.</summary>
public sealed class UndeliverableException : Exception
{
    public UndeliverableException()
    {
    }

    public UndeliverableException(string message)
        : base(message)
    {
    }

    public UndeliverableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
