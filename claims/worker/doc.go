// Package worker carries an article through the stages.
package worker
