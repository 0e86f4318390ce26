package main

import (
	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/api"
)

func openapiCommand(io streams) *cobra.Command {
	return &cobra.Command{
		Use:   "openapi",
		Short: "Print the description of the web API (OpenAPI 3.1)",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.out.Write(api.OpenAPI())
			return err
		},
	}
}
