using System.Net;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

internal static class Refused
{
    /// <summary>The stable code of a problem+json answer.</summary>
    public static async Task<string> Problem(this Task<HttpResponseMessage> asked, HttpStatusCode expected) => (await asked.ProblemAsync(expected)).Code;
}
