namespace PublicAdmin.Tests.Support;

/// <summary>An office of either edition, as those see it who come to its doors: what a journey needs.</summary>
public interface IOffice
{
    /// <summary>Nobody in particular.</summary>
    HttpClient Http { get; }

    /// <summary>A client signed in as one of the people of the tests, such as <c>mai</c> or <c>clerk-muong-ang</c>.</summary>
    HttpClient As(string persona);

    /// <summary>The code of the office where a person works.</summary>
    string OfficeOf(string persona);

    /// <summary>Delivers every message that is due, and those that its handlers send.</summary>
    Task DeliverMessagesAsync(int atOnce = 1);
}
