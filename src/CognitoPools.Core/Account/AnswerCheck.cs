using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CognitoPools.Account;

/// <summary>
/// Refuses an answer that does not come from the service: a success without the members that service-models/ requires
/// for the operation, and an error without a code. The SDK accepts a proxy's page with status 200 as a success of IAM
/// with all members null. It throws a bare XmlException for a truncated answer, and puts a proxy's page into the
/// message of an error.
/// </summary>
internal sealed class AnswerCheck : PipelineHandler
{
    private const string Page = "is an HTML page";

    public override void InvokeSync(IExecutionContext executionContext)
    {
        try
        {
            base.InvokeSync(executionContext);
        }
        catch (Exception failure) when (IsForeign(failure))
        {
            throw Foreign(executionContext, failure);
        }

        Check(executionContext);
    }

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        T response;
        try
        {
            response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsForeign(failure))
        {
            throw Foreign(executionContext, failure);
        }

        Check(executionContext);
        return response;
    }

    private static void Check(IExecutionContext context)
    {
        var request = context.RequestContext;
        if (context.ResponseContext.Response is { } answer
            && Problem(request.ServiceMetaData.ServiceId, request.OriginalRequest, answer) is { } problem)
        {
            // Some emulators return JSON with the content type of a page, but always with the request id.
            var isPage = AnswerRules.IsUnmarked(answer) && IsHtml(context.ResponseContext.HttpResponse);
            throw Unexpected(context, isPage ? Page : problem, cause: null, answer.ResponseMetadata?.RequestId);
        }
    }

    // By service, because using a service's classes loads its assembly.
    private static string? Problem(string? service, AmazonWebServiceRequest request, AmazonWebServiceResponse answer) =>
        service switch
        {
            "Cognito Identity" => CognitoIdentityAnswers.Problem(request, answer),
            "IAM" => IdentityManagementAnswers.Problem(request, answer),
            "STS" => SecurityTokenAnswers.Problem(request, answer),
            _ => null,
        };

    private static bool IsForeign(Exception failure) => failure is XmlException or AmazonUnmarshallingException
        || failure is AmazonServiceException error && (int)error.StatusCode > 0 && string.IsNullOrEmpty(error.ErrorCode);

    private static UnexpectedAnswerException Foreign(IExecutionContext context, Exception failure)
    {
        // Only the exception contains the response of an error.
        var error = failure.InnerException as HttpErrorResponseException;
        var status = (failure as AmazonServiceException)?.StatusCode;
        var requestId = (failure as AmazonServiceException)?.RequestId;
        // The cause is omitted, because its message can contain the whole page.
        if (IsHtml(error?.Response ?? context.ResponseContext.HttpResponse))
            return Unexpected(context, Page, cause: null, requestId, status);
        var problem = failure is XmlException || error is null && failure.InnerException is not null
            ? $"cannot be read: {(failure.InnerException ?? failure).Message}"
            : "did not come from the service";
        return Unexpected(context, problem, failure, requestId, status);
    }

    private static bool IsHtml(IWebResponseData? response) =>
        response?.ContentType?.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0;

    private static UnexpectedAnswerException Unexpected(
        IExecutionContext context, string problem, Exception? cause, string? requestId, HttpStatusCode? known = null)
    {
        var request = context.RequestContext;
        var status = known is { } code and not 0 ? code : context.ResponseContext.HttpResponse?.StatusCode ?? HttpStatusCode.OK;
        return new UnexpectedAnswerException(
            $"The answer to {CallObservation.OperationOf(request)} from {request.Request.Endpoint} (HTTP status "
                + $"{(int)status}) {problem}",
            cause,
            requestId,
            status);
    }
}
