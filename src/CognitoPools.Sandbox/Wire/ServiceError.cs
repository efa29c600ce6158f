namespace CognitoPools.Sandbox.Wire;

/// <summary>An error that a service returns.</summary>
internal sealed class ServiceError(string code, string message, int statusCode = 400) : Exception(message)
{
    public string Code => code;

    public int StatusCode => statusCode;

    public static ServiceError NotSimulated(string service, string operation) =>
        new("NotSimulated", $"The sandbox does not simulate {operation} of {service} yet.", 501);
}
