using Amazon.CognitoIdentity.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.StandIn;
using Amazon.Util.Internal;

namespace Amazon.CognitoIdentity;

/// <summary>The settings of an <see cref="AmazonCognitoIdentityClient"/>.</summary>
public partial class AmazonCognitoIdentityConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("CognitoIdentity", "4.0.0");

    /// <summary>Makes the default settings.</summary>
    public AmazonCognitoIdentityConfig()
        : base(StandInConfigurations.Provider())
    {
        ServiceId = "Cognito Identity";
        AuthenticationServiceName = "cognito-identity";
        EndpointProvider = new CognitoIdentityEndpointRules();
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "cognito-identity";

    /// <inheritdoc/>
    public override string ServiceVersion => "2014-06-30";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(StandInEndpointParameters.From(this, parameters.AlternateEndpoint));
}
