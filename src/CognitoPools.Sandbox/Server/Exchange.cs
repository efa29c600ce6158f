using System.Text.RegularExpressions;
using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Protocols;
using CognitoPools.Sandbox.Services;
using CognitoPools.Sandbox.State;
using CognitoPools.Sandbox.Tokens;
using CognitoPools.Sandbox.Validation;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Server;

/// <summary>One request to the account and its answer.</summary>
internal sealed class Exchange
{
    private static readonly Regex RegionOfId = new(
        "\"Identity(?:Pool)?Id\"\\s*:\\s*\"([a-z0-9-]+):", RegexOptions.CultureInvariant);

    private readonly AccountState state;
    private readonly RateGate rates;
    private readonly IProtocol protocol;
    private readonly IncomingCall call;
    private readonly SandboxOperation? operation;
    private readonly string region;

    public Exchange(AccountState state, RateGate rates, SandboxService service, IncomingCall call)
    {
        (this.state, this.rates, this.call) = (state, rates, call);
        protocol = service.Protocol;
        Operation = protocol.OperationOf(call);
        operation = service.Find(Operation);
        region = call.Region ?? UnsignedRegion();
    }

    public string Operation { get; }

    public SandboxCall Describe() => new()
    {
        Time = state.Clock.GetUtcNow(),
        Service = protocol.Service,
        Operation = Operation,
        Region = region,
        Signed = call.IsSigned,
        AccessKeyId = call.AccessKeyId,
        Request = protocol.Masked(call.Body),
        Changing = operation?.IsChanging ?? false,
    };

    /// <summary>Runs the operation and returns its answer or the error of the service.</summary>
    public SandboxAnswer Answer(SandboxFault? unprocessed = null)
    {
        try
        {
            return protocol.Answer(Operation, Apply(unprocessed), NewRequestId());
        }
        catch (ServiceError error)
        {
            return Refuse(error);
        }
    }

    public SandboxAnswer Refuse(ServiceError refusal) => protocol.Failure(refusal, NewRequestId());

    /// <summary>A successful answer that does not come from AWS: without content and without AWS's request id.</summary>
    public string Nothing() => protocol.Nothing(Operation);

    public SandboxAnswer Fail(SandboxFault fault)
    {
        var own = fault.Kind switch
        {
            SandboxFaultKind.Throttle => protocol.Throttled,
            SandboxFaultKind.InternalError => protocol.InternalError,
            _ => new ServiceError(fault.ErrorCode!, "A scripted fault of the sandbox."),
        };
        return Refuse(
            new ServiceError(fault.ErrorCode ?? own.Code, fault.Message ?? own.Message, fault.StatusCode ?? own.StatusCode));
    }

    private static string NewRequestId() => Guid.NewGuid().ToString();

    private object? Apply(SandboxFault? unprocessed)
    {
        if (operation is { IsPublic: false } && !call.IsSigned)
            throw protocol.Unsigned;
        var session = Session();
        if (state.Settings.RequestRates.TryGetValue(Operation, out var rate) && !rates.Admits(region, Operation, rate))
            throw protocol.Throttled;
        if (operation is null)
            throw ServiceError.NotSimulated(protocol.Service, Operation);

        var input = protocol.Read(operation.Input, call);
        TextCheck.CheckReadable(input);
        if ((ShapeValidator.Explain(operation.Input, input) ?? TextCheck.Explain(input)) is { } wrong)
            throw new ServiceError(protocol.ValidationCode, wrong);
        return operation.Apply(new CallContext(state, region) { Session = session, UnprocessedFault = unprocessed }, input);
    }

    /// <summary>The session of credentials that the sandbox issued. Null for any other access key, which is accepted.</summary>
    private SandboxSession? Session()
    {
        if (call.AccessKeyId is not { } key || !Sessions.IsSessionKey(key))
            return null;
        var session = state.Sessions.Open(key, call.SessionToken) ?? throw protocol.InvalidKey;
        return EpochTime.Whole(state.Clock.GetUtcNow()) < session.Expiration ? session : throw protocol.ExpiredKey;
    }

    /// <summary>The Region of an unsigned request to a host without a Region, such as an emulator's: only the id in the
    /// request contains it.</summary>
    private string UnsignedRegion()
    {
        var id = RegionOfId.Match(call.Body);
        return id.Success ? id.Groups[1].Value : IncomingCall.DefaultRegion;
    }
}
