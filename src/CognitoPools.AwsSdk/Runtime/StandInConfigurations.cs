using System;
using Amazon.Runtime.Internal;

namespace Amazon.Runtime.StandIn;

/// <summary>The SDK's default configuration modes:
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html</summary>
internal static class StandInConfigurations
{
    public static IDefaultConfigurationProvider Provider() => new DefaultConfigurationProvider(new IDefaultConfiguration[]
    {
        Mode(DefaultConfigurationMode.Standard, 3100),
        Mode(DefaultConfigurationMode.InRegion, 1100),
        Mode(DefaultConfigurationMode.CrossRegion, 3100),
        Mode(DefaultConfigurationMode.Mobile, 30000),
        Mode(DefaultConfigurationMode.Auto, 1100),
    });

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int milliseconds) => new DefaultConfiguration
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(milliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(milliseconds),
    };
}
