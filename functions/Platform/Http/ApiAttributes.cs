namespace PublicAdmin.Platform.Http;

/// <summary>The JSON body an HTTP function reads. The API description shows it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AcceptsAttribute(Type body) : Attribute
{
    public Type Body { get; } = body;

    /// <summary>Largest body in bytes; 256 KiB unless said otherwise. Larger ones are refused by their Content-Length before a byte is read.</summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;

    public const int DefaultMaxBytes = 256 * 1024;

    /// <summary>The media type read.</summary>
    public string ContentType { get; set; } = "application/json";
}

/// <summary>What an HTTP function answers when all is well.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute(int status, Type? body = null) : Attribute
{
    public int Status { get; } = status;

    public Type? Body { get; } = body;

    public string ContentType { get; set; } = "application/json";
}

/// <summary>Which refusals an HTTP function can answer: the <c>…Refusals</c> classes, or single codes of them by <see cref="Only"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RefusesAttribute(Type refusals, params string[] only) : Attribute
{
    public Type Refusals { get; } = refusals;

    /// <summary>Names of fields of <see cref="Refusals"/>; empty for all.</summary>
    public IReadOnlyList<string> Only { get; } = only;
}

/// <summary>A query parameter or request header an HTTP function reads, for the API description.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReadsAttribute(string name, string meaning) : Attribute
{
    public string Name { get; } = name;

    public string Meaning { get; } = meaning;

    public bool Header { get; set; }

    public bool Required { get; set; }
}

/// <summary>A change of something that has a version: takes If-Match (optional) and Idempotency-Key (optional), answers the new ETag.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardedAttribute : Attribute;

/// <summary>
/// How often one caller, or one network of people who have not signed in, may call an HTTP function whose every call costs much: beyond it 429 until the
/// window is over. The Gate counts.
/// </summary>
/// <param name="name">Names the account, such as <c>verification</c>.</param>
/// <param name="calls">In one window.</param>
/// <param name="minutes">The window.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitedAttribute(string name, int calls, int minutes) : Attribute
{
    public RateLimit Limit { get; } = new(name, calls, TimeSpan.FromMinutes(minutes));
}
