using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CognitoPools.Account;

/// <summary>
/// Adds to the SDK's request pipelines what the SDK's settings do not support: the observation of every client, the
/// check of its answers, and this module's retry rules in the clients that it creates.
/// </summary>
internal sealed class AwsPipeline : IRuntimePipelineCustomizer
{
    // The registry hands over a pipeline without its client; a client builds its pipeline while it is constructed.
    [ThreadStatic]
    private static (RetryPolicy Policy, RequestPacing? Pacing, ChangeCount? Changes)? clientUnderConstruction;

    static AwsPipeline() => RuntimePipelineCustomizerRegistry.Instance.Register(new AwsPipeline());

    private AwsPipeline()
    {
    }

    public string UniqueName => "CognitoPools";

    /// <summary>The first use of this type registers it, once per process.</summary>
    public static void EnsureRegistered()
    {
    }

    public static TClient Build<TClient>(
        RetryPolicy policy, RequestPacing? pacing, ChangeCount? changes, Func<TClient> construct)
    {
        clientUnderConstruction = (policy, pacing, changes);
        try
        {
            return construct();
        }
        finally
        {
            clientUnderConstruction = null;
        }
    }

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        if (clientUnderConstruction is { } client)
            pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(client.Policy));
        // Each handler is added directly below the retries. The check is therefore the lowest, and each attempt's
        // answer passes it first.
        pipeline.AddHandlerAfter<RetryHandler>(new AnswerCheck());
        pipeline.AddHandlerAfter<RetryHandler>(new ObservingHandler());
        // Above the observation, which reports an attempt when it is sent, not when it begins to wait.
        if (clientUnderConstruction?.Pacing is { } pacing)
            pipeline.AddHandlerAfter<RetryHandler>(new PacingHandler(pacing));
        if (clientUnderConstruction?.Changes is { } changes)
            pipeline.AddHandlerAfter<RetryHandler>(new CountingHandler(changes));
    }

    /// <summary>Is below the retry handler, so that the request rate applies to each attempt.</summary>
    private sealed class PacingHandler(RequestPacing pacing) : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            var permit = pacing.EnterAsync(executionContext.RequestContext).AsTask().GetAwaiter().GetResult();
            try
            {
                base.InvokeSync(executionContext);
            }
            catch (Exception failure) when (permit.ReportFailure(failure))
            {
                throw;
            }
        }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var permit = await pacing.EnterAsync(executionContext.RequestContext).ConfigureAwait(false);
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception failure) when (permit.ReportFailure(failure))
            {
                throw;
            }
        }
    }

    /// <summary>Counts each attempt of a changing call, regardless of its result.</summary>
    private sealed class CountingHandler(ChangeCount changes) : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            var operation = CallObservation.OperationOf(executionContext.RequestContext);
            changes.Note(operation);
            try
            {
                base.InvokeSync(executionContext);
            }
            finally
            {
                changes.Note(operation);
            }
        }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var operation = CallObservation.OperationOf(executionContext.RequestContext);
            changes.Note(operation);
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            finally
            {
                changes.Note(operation);
            }
        }
    }

    /// <summary>Is below the retry handler, so that it sees each attempt. Adds the required actions of the call to a
    /// refusal.</summary>
    private sealed class ObservingHandler : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            CallObservation.Calling(executionContext.RequestContext);
            try
            {
                base.InvokeSync(executionContext);
            }
            catch (AmazonServiceException refusal) when (Note(refusal, executionContext.RequestContext))
            {
                throw;
            }
        }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            CallObservation.Calling(executionContext.RequestContext);
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (AmazonServiceException refusal) when (Note(refusal, executionContext.RequestContext))
            {
                throw;
            }
        }

        private static bool Note(AmazonServiceException refusal, IRequestContext request) =>
            DeniedAction.Note(refusal, request.ServiceMetaData.ServiceId ?? "", CallObservation.OperationOf(request));
    }
}
