using System.Net.Http.Headers;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Offices;

namespace PublicAdmin.Tests.Support;

/// <summary>Who comes to the office in tests: the personas of the development sign-in, through its real tokens.</summary>
public static class OfficePeople
{
    /// <summary>A client signed in as a persona, such as <c>mai</c>, <c>clerk-muong-ang</c> or <c>citizen-7</c>.</summary>
    public static HttpClient As(this Office office, string persona)
    {
        var http = new HttpClient { BaseAddress = office.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.TokenOf(persona));
        return http;
    }

    public static string TokenOf(this Office office, string persona) => office.The<DevelopmentIssuer>().Issue(Find(persona)).Token;

    /// <summary>The id under which the office knows a persona: in the staff directory, or as a citizen.</summary>
    public static string IdOf(string persona) => Find(persona).Id;

    /// <summary>The code of the office where a persona works.</summary>
    public static string OfficeOf(this Office office, string persona) =>
        Find(persona).OfficeIn(office.The<OfficeDirectory>(), DateOnly.FromDateTime(office.Clock.GetUtcNow().Date))!;

    private static Persona Find(string persona) => Personas.Find(persona) ?? throw new ArgumentException($"There is no persona {persona}.", nameof(persona));
}
