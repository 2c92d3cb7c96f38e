using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>GET /api/rating-questions: what is asked today. For anybody.</summary>
public sealed class ShowQuestions(TimeProvider clock)
{
    [Function(nameof(ShowQuestions)), AllowedTo(Role.Anyone), Answers(200, typeof(QuestionSet)), Answers(304)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rating-questions")] HttpRequest request) =>
        TaggedJson.Public(QuestionSet.On(clock.Today()));
}
