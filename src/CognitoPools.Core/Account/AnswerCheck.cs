using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CognitoPools.Account;

/// <summary>
/// Refuses a success that lacks what service-models/ demands of the operation's answer. The SDK takes the page of a
/// proxy with status 200 for a success of IAM with every member null, and throws a bare XmlException for an answer that
/// breaks off.
/// </summary>
internal sealed class AnswerCheck : PipelineHandler
{
    public override void InvokeSync(IExecutionContext executionContext)
    {
        try
        {
            base.InvokeSync(executionContext);
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            throw Unreadable(executionContext, failure);
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
        catch (Exception failure) when (IsUnreadable(failure))
        {
            throw Unreadable(executionContext, failure);
        }

        Check(executionContext);
        return response;
    }

    private static void Check(IExecutionContext context)
    {
        if (context.ResponseContext.Response is { } answer
            && Lack(context.RequestContext.ServiceMetaData.ServiceId, answer) is { } missing)
        {
            throw Unexpected(context, $"lacks {missing}", cause: null, answer.ResponseMetadata?.RequestId);
        }
    }

    // By service, because looking at a service's classes loads its assembly.
    private static string? Lack(string? service, AmazonWebServiceResponse answer) => service switch
    {
        "Cognito Identity" => CognitoIdentityAnswers.Lack(answer),
        "IAM" => IdentityManagementAnswers.Lack(answer),
        "STS" => SecurityTokenAnswers.Lack(answer),
        _ => null,
    };

    private static bool IsUnreadable(Exception failure) => failure is XmlException or AmazonUnmarshallingException;

    private static UnexpectedAnswerException Unreadable(IExecutionContext context, Exception failure) =>
        Unexpected(
            context, $"cannot be read: {(failure.InnerException ?? failure).Message}",
            failure, (failure as AmazonServiceException)?.RequestId);

    private static UnexpectedAnswerException Unexpected(
        IExecutionContext context, string problem, Exception? cause, string? requestId)
    {
        var request = context.RequestContext;
        var status = context.ResponseContext.HttpResponse?.StatusCode ?? HttpStatusCode.OK;
        return new UnexpectedAnswerException(
            $"The answer to {CallObservation.OperationOf(request)} from {request.Request.Endpoint} (HTTP status "
                + $"{(int)status}) {problem}",
            cause,
            requestId,
            status);
    }
}
