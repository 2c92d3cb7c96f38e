using Microsoft.AspNetCore.Http;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

/// <summary>Whose list is asked for: the office named in the query, or the only one the caller works in.</summary>
public static class OfficeScope
{
    public static Result<string> Of(HttpRequest request, IReadOnlyList<Role> readers)
    {
        var caller = request.Caller();
        if (request.Query["office"].ToString() is { Length: > 0 } named)
        {
            return readers.Any(role => caller.Has(role, named)) ? named : WorkRefusals.OfficeNotYours.At("office", named);
        }

        var own = caller.Duties.Where(duty => readers.Contains(duty.Role)).Select(duty => duty.Office).Distinct().ToList();
        return own is [var only] && only != Duty.Everywhere ? only : WorkRefusals.OfficeMissing.At("office");
    }
}
