using PublicAdmin.Forms;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

/// <summary>Why, and by which rule: a refusal or a stop always names both.</summary>
/// <param name="Reason">At most 1,000 characters; printed on the form and read by the citizen.</param>
/// <param name="Ground">The article it rests on, at most 300 characters.</param>
public sealed record ReasonForm(string Reason, string Ground)
{
    public Refusal? FirstBroken() => PrintableText.Text("reason", Reason, 1_000) ?? PrintableText.Text("ground", Ground, 300);
}
