namespace PublicAdmin.Notifications.Sending;

/// <summary>One e-mail.</summary>
/// <param name="Id">Becomes the Message-ID: should the same letter go out twice, mailboxes show it once.</param>
public sealed record Mail(string Id, string To, Letter Letter);

/// <summary>
/// Sends e-mail: over SMTP (<see cref="SmtpMailer"/>), or into a folder where a person can open it (<see cref="FolderMailer"/>). Whatever an adapter meets
/// it says in one of two words, so that whoever waits for it knows no line's own faults.
/// </summary>
public interface IMailer
{
    /// <exception cref="UndeliverableException">The address is refused for good; trying again is of no use.</exception>
    /// <exception cref="MailAwayException">The line is busy, broken or shut; the letter may go later.</exception>
    Task SendAsync(Mail mail, CancellationToken ct);
}

/// <summary>The line is away for now: busy, broken, or shut to us until somebody repairs it. Nothing was sent, as far as anybody knows.</summary>
public sealed class MailAwayException : Exception
{
    public MailAwayException()
    {
    }

    public MailAwayException(string message)
        : base(message)
    {
    }

    public MailAwayException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <param name="message">For the log.</param>
    /// <param name="code">Stable, for whoever watches the line.</param>
    /// <param name="tryAfter">When the other side asks to come back.</param>
    /// <param name="inner">What the adapter met.</param>
    public MailAwayException(string message, string code, TimeSpan? tryAfter = null, Exception? inner = null)
        : base(message, inner) => (Code, TryAfter) = (code, tryAfter);

    /// <summary>What an administrator reads: <c>smtp-451</c>, <c>http-503</c>, <c>unreachable</c>.</summary>
    public string Code { get; } = "unreachable";

    /// <summary>When the other side asks to come back; null when it did not say.</summary>
    public TimeSpan? TryAfter { get; }
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
