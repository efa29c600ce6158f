using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CognitoPools.Account;

/// <summary>Adds to the SDK's request pipelines what its settings cannot say: the observation of every client, and this module's retry rules in the clients it makes.</summary>
internal sealed class AwsPipeline : IRuntimePipelineCustomizer
{
    // The registry hands over a pipeline without its client; a client builds its pipeline while it is constructed.
    [ThreadStatic]
    private static RetryPolicy? _policyOfClientUnderConstruction;

    static AwsPipeline() => RuntimePipelineCustomizerRegistry.Instance.Register(new AwsPipeline());

    private AwsPipeline()
    {
    }

    public string UniqueName => "CognitoPools";

    /// <summary>The first use of this type registers it, once per process.</summary>
    public static void EnsureRegistered()
    {
    }

    public static TClient Build<TClient>(RetryPolicy policy, Func<TClient> construct)
    {
        _policyOfClientUnderConstruction = policy;
        try
        {
            return construct();
        }
        finally
        {
            _policyOfClientUnderConstruction = null;
        }
    }

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        if (_policyOfClientUnderConstruction is { } policy)
            pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(policy));
        pipeline.AddHandlerAfter<RetryHandler>(new ObservingHandler());
    }

    /// <summary>Sits below the retry handler, so that it sees each attempt.</summary>
    private sealed class ObservingHandler : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            CallObservation.Calling(executionContext.RequestContext);
            base.InvokeSync(executionContext);
        }

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            CallObservation.Calling(executionContext.RequestContext);
            return base.InvokeAsync<T>(executionContext);
        }
    }
}
