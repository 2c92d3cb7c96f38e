using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Index;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Petitions;

/// <summary>The doors of petitions, as petitioners and offices use them.</summary>
internal static class PetitionDoors
{
    public static async Task<PetitionReceipt> FileAsync(HttpClient http, PetitionForm form, string key) =>
        await Counter.ReadAsync<PetitionReceipt>(await SendAsync(http, form, key), HttpStatusCode.Created);

    public static Task<HttpResponseMessage> SendAsync(HttpClient http, PetitionForm form, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/petitions") { Content = JsonContent.Create(form, options: OfficeJson.Options) };
        request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request);
    }

    public static async Task<PageOf<PetitionView>> ListAsync(Office office, string persona, string place) =>
        await Counter.ReadAsync<PageOf<PetitionView>>(await office.As(persona).GetAsync($"/api/offices/{place}/petitions"), HttpStatusCode.OK);

    public static async Task<PetitionView> AnswerAsync(Office office, string persona, string place, string id) =>
        await Counter.ReadAsync<PetitionView>(await SendAnswerAsync(office, persona, place, id), HttpStatusCode.OK);

    public static Task<HttpResponseMessage> SendAnswerAsync(Office office, string persona, string place, string id) => office.As(persona).PostAsJsonAsync(
        $"/api/offices/{place}/petitions/{id}/answer", new PetitionAnswerForm("Đã nhắc nhở và hướng dẫn lại.", "Đã chấn chỉnh."), OfficeJson.Options);

    public static async Task<OwnPetition> TrackAsync(Office office, PetitionReceipt sent) => await Counter.ReadAsync<OwnPetition>(
        await office.Http.PostAsJsonAsync("/api/petition-tracking", new PetitionTrackingForm(sent.Petition.Id, sent.Secret), OfficeJson.Options),
        HttpStatusCode.OK);

    public static async Task<OwnPetition> RateAsync(Office office, PetitionReceipt sent, bool satisfied) => await Counter.ReadAsync<OwnPetition>(
        await office.Http.PostAsJsonAsync($"/api/petitions/{sent.Petition.Id}/rating", new PetitionRatingForm(sent.Secret, satisfied), OfficeJson.Options),
        HttpStatusCode.OK);

    public static async Task<IReadOnlyList<IndexLine>> IndexAsync(Office office, string place) =>
        (await Counter.ReadAsync<IndexView>(await office.Http.GetAsync($"/api/statistics/index766?office={place}"), HttpStatusCode.OK)).Lines;
}
